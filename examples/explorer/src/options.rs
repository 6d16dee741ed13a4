//! Options that the page has a slider for.

/// An option: its method, and the names of its numbers with their values. Methods whose numbers are all neutral are left out of a call.
pub struct Optional {
    pub method: &'static str,
    pub numbers: &'static [Number],
    /// Fields of the options struct in C.
    pub fields: &'static [&'static str],
    /// True if the loss without this option is the loss with these numbers.
    pub neutral: bool,
}

/// A number of an option: its name, its value at the start, and the ends of its slider.
pub type Number = (&'static str, f32, f32, f32);

macro_rules! options {
    ($($name:ident { $($method:ident / $try:ident ($($number:ident = $value:literal, $from:literal to $to:literal);+)
        $field:tt $neutral:literal)+ })*) => {
        /// The options of a loss.
        pub fn options(loss: &str) -> &'static [Optional] {
            match loss {
                $(stringify!($name) => &[$(Optional {
                    method: stringify!($method),
                    numbers: &[$((stringify!($number), $value, $from, $to)),+],
                    fields: &$field,
                    neutral: $neutral,
                }),+],)*
                _ => &[],
            }
        }
        options!(@apply ($) $($name [$($try [$($number)+])+])*);
    };
    (@apply ($d:tt) $($name:ident [$($try:ident [$($number:ident)+])+])*) => {
        /// Applies the options of a loss.
        macro_rules! optioned {
            $(($name, $d loss:expr, $d n:ident) => {
                $d loss$(.$try($({ let $number = $d n.take(); $number }),+).ok()?)+
            };)*
            ($d name:ident, $d loss:expr, $d n:ident) => { $d loss };
        }
        pub(crate) use optioned;
    };
}

options! {
    SigmoidCrossEntropy {
        with_positive_weight / try_with_positive_weight(positive_weight = 1.0, 0.1 to 20.0) ["positive_weight"] true
        with_label_smoothing / try_with_label_smoothing(label_smoothing = 0.0, 0.0 to 0.9) ["label_smoothing"] true
    }
    SigmoidFocal { with_alpha / try_with_alpha(alpha = 0.25, 0.01 to 0.99) ["alpha"] false }
    SoftmaxCrossEntropy {
        with_temperature / try_with_temperature(temperature = 1.0, 0.2 to 5.0) ["temperature"] true
        with_label_smoothing / try_with_label_smoothing(label_smoothing = 0.0, 0.0 to 0.9) ["label_smoothing"] true
    }
    SoftmaxCrossEntropyDense {
        with_label_smoothing / try_with_label_smoothing(label_smoothing = 0.0, 0.0 to 0.9) ["label_smoothing"] true
    }
    ContrastiveDivergence {
        with_regularization / try_with_regularization(regularization = 0.0, 0.0 to 2.0) ["regularization"] true
    }
    BradleyTerry { with_centring / try_with_centring(centring = 0.0, 0.0 to 0.2) ["centring"] true }
    Dpo { conservative / try_conservative(epsilon = 0.0, 0.0 to 0.45) ["conservative"] true }
    Kto { with_weights / try_with_weights(desirable_weight = 1.0, 0.1 to 4.0; undesirable_weight = 1.0, 0.1 to 4.0) ["desirable", "undesirable"] true }
    Ppo { with_dual_clip / try_with_dual_clip(dual_clip = 3.0, 1.1 to 10.0) ["dual_clip"] false }
    GanDiscriminator {
        with_label_smoothing / try_with_label_smoothing(label_smoothing = 0.0, 0.0 to 0.45) ["label_smoothing"] true
    }
}
