//! Parameters: what each may be, and the constructors that check it.
//!
//! A domain is one line of the table below: its name, its words and its test. A loss lists its constructors by [`constructor!`] and its
//! options by [`option!`]. Either writes a pair of functions. The first is for constants: it panics, so a bad constant does not
//! compile. The second, `try_…`, is for numbers that are known only at run time: it returns the error.

macro_rules! domains {
    ($($domain:ident: $words:literal, |$x:ident| $holds:expr;)*) => {
        /// The words of a domain, as a literal: they complete "must be …" and "is not …".
        macro_rules! words {
            $(($domain) => { $words };)*
        }

        /// The tests of the domains.
        pub(crate) mod domain {
            $(pub(crate) const fn $domain($x: f32) -> bool { $holds })*
        }
    };
}

domains! {
    positive: "a positive normal number", |x| x >= f32::MIN_POSITIVE && x <= f32::MAX;
    positive_finite: "positive and finite", |x| x > 0.0 && x <= f32::MAX;
    non_negative: "finite and 0 or more", |x| x >= 0.0 && x <= f32::MAX;
    finite: "finite", |x| x.is_finite();
    unit: "in [0, 1]", |x| x >= 0.0 && x <= 1.0;
    open_unit: "in (0, 1)", |x| x > 0.0 && x < 1.0;
    unit_without_0: "in (0, 1]", |x| x > 0.0 && x <= 1.0;
    unit_without_1: "in [0, 1)", |x| x >= 0.0 && x < 1.0;
    below_half: "in [0, 0.5)", |x| x >= 0.0 && x < 0.5;
    normal_to_1: "a normal number in (0, 1]", |x| x >= f32::MIN_POSITIVE && x <= 1.0;
    normal_to_half: "a normal number in (0, 0.5]", |x| x >= f32::MIN_POSITIVE && x <= 0.5;
    cosine: "in [-1, 1]", |x| x >= -1.0 && x <= 1.0;
    above_1: "finite and above 1", |x| x > 1.0 && x <= f32::MAX;
    from_minus_1: "finite and -1 or more", |x| x >= -1.0 && x <= f32::MAX;
    contrastive_temperature: "at least 1e-30, and finite", |x| x >= 1e-30 && x <= f32::MAX;
    log_scale: "in [-60, 60]", |x| x >= -60.0 && x <= 60.0;
    overlap_weight: "in [0, 1000]", |x| x >= 0.0 && x <= 1000.0;
    cost: "within ±1e30", |x| x >= -1e30 && x <= 1e30;
}

/// `check!(name: domain)` is `Ok` if the variable `name` lies in the domain.
macro_rules! check {
    ($name:ident: $domain:ident) => {
        $crate::error::check_parameter(
            $crate::parameter::domain::$domain($name),
            stringify!($name),
            words!($domain),
            $name,
        )
    };
}

/// Whether every one of some numbers holds a domain, and the first that does not: for a parameter that is an array.
macro_rules! first_outside {
    ($domain:ident, $numbers:expr) => {{
        let (numbers, mut at) = ($numbers, 0);
        while at < numbers.len() && $crate::parameter::domain::$domain(numbers[at]) {
            at += 1;
        }
        if at < numbers.len() { Some(numbers[at]) } else { None }
    }};
}

/// Writes a constructor and its `try_` twin, inside an `impl` block:
///
/// ```ignore
/// impl Huber {
///     constructor! {
///         /// Creates the loss with threshold `delta`.
///         Huber: new / try_new(delta: positive) => Self { delta }
///     }
/// }
/// ```
///
/// A parameter is an `f32`, unless a type follows: in `weights: non_negative of &'a [f32; K]` every element lies in the domain.
macro_rules! constructor {
    ($(#[$doc:meta])* $type:ident: $new:ident / $try_new:ident($($parameters:tt)*) => $build:expr) => {
        pair! {
            [$(#[$doc])*] $type [$new $try_new] [concat!("[`", stringify!($new), "`](Self::", stringify!($new), ")")]
            [] [$($parameters)*] [Self] $build
        }
    };
}

/// Writes an option and its `try_` twin: as [`constructor!`], for methods that take `self` first. An option that changes the type
/// names the new one: `(self, …) -> Type => …`.
///
/// ```ignore
/// option! {
///     /// Weights positive rows by `alpha`.
///     SigmoidFocal: with_alpha / try_with_alpha(self, alpha: unit) => Self { alpha: Some(alpha), ..self }
/// }
/// ```
macro_rules! option {
    (
        $(#[$doc:meta])* $type:ident: $new:ident / $try_new:ident($self:ident, $($parameters:tt)*) => $build:expr
    ) => {
        option! { $(#[$doc])* $type: $new / $try_new($self, $($parameters)*) -> Self => $build }
    };
    (
        $(#[$doc:meta])* $type:ident: $new:ident / $try_new:ident($self:ident, $($parameters:tt)*) -> $result:ty => $build:expr
    ) => {
        pair! {
            [$(#[$doc])*] $type [$new $try_new] [concat!("[`", stringify!($new), "`](Self::", stringify!($new), ")")]
            [$self,] [$($parameters)*] [$result] $build
        }
    };
}

/// The pair of functions that [`constructor!`] and [`option!`] write.
macro_rules! pair {
    (
        [$(#[$doc:meta])*] $type:ident [$new:ident $try_new:ident] [$link:expr]
        [$($self:tt)*] [$($name:ident: $domain:ident $(of $array:ty)?),+ $(,)?] [$result:ty] $build:expr
    ) => {
        $(#[$doc])*
        ///
        /// # Panics
        ///
        $(#[doc = pair!(@doc "Panics if" $name: $domain $(of $array)?)])+
        /// In a constant, this is a compile error.
        #[must_use]
        pub const fn $new($($self)* $($name: pair!(@type $($array)?)),+) -> $result {
            $(
                if pair!(@bad $name: $domain $(of $array)?).is_some() {
                    panic!(concat!(
                        stringify!($type), ": ", stringify!($name), " must be ", words!($domain)
                    ));
                }
            )+
            $build
        }

        #[doc = concat!("As ", $link, ", for numbers that are known only at run time.")]
        ///
        /// # Errors
        ///
        $(
            #[doc = pair!(
                @doc "[`Error::Parameter`](crate::Error::Parameter) if" $name: $domain $(of $array)?
            )]
        )+
        pub const fn $try_new(
            $($self)* $($name: pair!(@type $($array)?)),+
        ) -> Result<$result, $crate::Error> {
            $(
                if let Some(value) = pair!(@bad $name: $domain $(of $array)?) {
                    return Err($crate::Error::Parameter {
                        name: stringify!($name),
                        requirement: words!($domain),
                        value,
                    });
                }
            )+
            Ok($build)
        }
    };

    (@type) => { f32 };
    (@type $array:ty) => { $array };

    (@doc $what:literal $name:ident: $domain:ident) => {
        concat!($what, " `", stringify!($name), "` is not ", words!($domain), ".")
    };
    (@doc $what:literal $name:ident: $domain:ident of $array:ty) => {
        concat!($what, " an element of `", stringify!($name), "` is not ", words!($domain), ".")
    };

    // The bad number, if there is one.
    (@bad $name:ident: $domain:ident) => {
        if $crate::parameter::domain::$domain($name) { None } else { Some($name) }
    };
    (@bad $name:ident: $domain:ident of $array:ty) => {
        first_outside!($domain, &$name)
    };
}
