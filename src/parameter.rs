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
    up_to_2: "2 or less, which may be infinite", |x| x <= 2.0;
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
    cosine_scale: "a positive normal number up to 1e30", |x| x >= f32::MIN_POSITIVE && x <= 1e30;
    acute_angle: "in [0, 1.57]", |x| x >= 0.0 && x <= 1.57;
    log_scale: "in [-60, 60]", |x| x >= -60.0 && x <= 60.0;
    overlap_weight: "in [0, 1000]", |x| x >= 0.0 && x <= 1000.0;
    zero_or_positive: "0 or a positive normal number", |x| x == 0.0 || (x >= f32::MIN_POSITIVE && x <= f32::MAX);
    zero_to_infinity: "0, a positive normal number, or infinite", |x| x == 0.0 || x >= f32::MIN_POSITIVE;
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

/// Finds the first number outside of a domain, for a parameter that is an array.
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
/// A parameter is an `f32`, unless a type follows: in `weights: non_negative of &'a [f32; K]` every element lies in the domain. A loss
/// around another takes that one first, and does not check it: `(loss: around L, floor: log_scale)`.
macro_rules! constructor {
    (
        $(#[$doc:meta])* $type:ident: $new:ident / $try_new:ident($loss:ident: around $inner:ty, $($parameters:tt)*) => $build:expr
    ) => {
        pair! {
            [$(#[$doc])*] $type [$new $try_new] [concat!("[`", stringify!($new), "`](Self::", stringify!($new), ")")]
            [$loss: $inner,] [$($parameters)*] [Self] $build
        }
    };
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

        #[doc = concat!("Checked form of ", $link, ", for numbers that are known only at run time.")]
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

#[cfg(test)]
mod tests {
    extern crate std;

    use crate::Error;
    use std::panic::{RefUnwindSafe, catch_unwind};
    use std::{format, string::String};

    /// Constructors refuse every bad number, and NaN, with the words of the domain; they take every good one.
    fn examine<T>(
        words: &str,
        [bad, good]: [&[f32]; 2],
        new: impl Fn(f32) -> T + RefUnwindSafe,
        try_new: impl Fn(f32) -> Result<T, Error>,
    ) {
        for x in bad.iter().chain(&[f32::NAN, f32::NEG_INFINITY]).filter(|x| !good.contains(x)) {
            let Err(Error::Parameter { name: "x", requirement, value }) = try_new(*x) else {
                panic!("{x} is {words}")
            };
            assert_eq!((requirement, value.to_bits()), (words, x.to_bits()));
            let panic = catch_unwind(|| new(*x)).err().unwrap();
            let message = panic.downcast_ref::<&str>().map(|message| String::from(*message));
            assert_eq!(message, Some(format!("Loss: x must be {words}")));
        }
        for x in good {
            assert!(try_new(*x).is_ok(), "{x} is not {words}");
            new(*x);
        }
    }

    /// `domain: [bad numbers, good ones];` becomes a test of each.
    macro_rules! tests {
        ($($domain:ident: $numbers:expr;)*) => {
            const TESTED: &[&str] = &[$(stringify!($domain)),*];
            $(
                #[test]
                fn $domain() {
                    #[derive(Debug)]
                    struct Loss;
                    impl Loss {
                        constructor! { Loss: new / try_new(x: $domain) => Self }
                        option! { Loss: with / try_with(self, x: $domain) => self }
                        constructor! { Loss: of / try_of(x: $domain of &[f32; 2]) => Self }
                    }
                    const NUMBERS: [&[f32]; 2] = $numbers;
                    let words = words!($domain);
                    examine(words, NUMBERS, Loss::new, Loss::try_new);
                    examine(words, NUMBERS, |x| Loss.with(x), |x| Loss.try_with(x));
                    let good = NUMBERS[1][0];
                    examine(words, NUMBERS, |x| Loss::of(&[good, x]), |x| Loss::try_of(&[good, x]));
                }
            )*
        };
    }

    const INF: f32 = f32::INFINITY;
    const TINY: f32 = f32::MIN_POSITIVE;
    const MAX: f32 = f32::MAX;
    const SUBNORMAL: f32 = 1e-40;

    tests! {
        positive: [&[0.0, -1.0, SUBNORMAL, INF], &[TINY, 1.0, MAX]];
        zero_or_positive: [&[-1.0, SUBNORMAL, INF], &[0.0, TINY, MAX]];
        zero_to_infinity: [&[-1.0, SUBNORMAL], &[0.0, TINY, INF]];
        positive_finite: [&[0.0, -1.0, INF], &[SUBNORMAL, MAX]];
        non_negative: [&[-1.0, -1e-45, INF], &[0.0, 1.0, MAX]];
        up_to_2: [&[2.1, INF], &[2.0, 0.0, -INF]];
        unit: [&[-0.1, 1.1, INF], &[0.0, 0.5, 1.0]];
        open_unit: [&[0.0, 1.0, -1.0, INF], &[0.1, 0.9]];
        unit_without_0: [&[0.0, -1.0, 1.1, INF], &[0.1, 1.0]];
        unit_without_1: [&[-0.1, 1.0, INF], &[0.0, 0.9]];
        below_half: [&[-0.1, 0.5, INF], &[0.0, 0.49]];
        normal_to_1: [&[0.0, SUBNORMAL, 1.1, INF], &[TINY, 1.0]];
        normal_to_half: [&[0.0, SUBNORMAL, 0.6, INF], &[TINY, 0.5]];
        cosine: [&[-1.1, 1.1, INF], &[-1.0, 0.0, 1.0]];
        above_1: [&[1.0, 0.0, INF], &[1.1, MAX]];
        from_minus_1: [&[-1.1, INF], &[-1.0, 0.0, MAX]];
        contrastive_temperature: [&[0.0, 1e-31, INF], &[1e-30, MAX]];
        cosine_scale: [&[0.0, -1.0, SUBNORMAL, 1.1e30, INF], &[TINY, 64.0, 1e30]];
        acute_angle: [&[-0.1, 1.58, INF], &[0.0, 0.5, 1.57]];
        log_scale: [&[-61.0, 61.0, INF], &[-60.0, 60.0]];
        overlap_weight: [&[-0.1, 1001.0, INF], &[0.0, 1000.0]];
        cost: [&[-1.1e30, 1.1e30, INF], &[-1e30, 1e30]];
    }

    #[test]
    fn every_domain_is_tested() {
        let (_, table) = include_str!("parameter.rs").split_once("\ndomains! {").unwrap();
        let (table, _) = table.split_once("\n}").unwrap();
        let domains = table.lines().filter_map(|line| Some(line.trim().split_once(": ")?.0));
        for domain in domains {
            assert!(TESTED.contains(&domain), "{domain}: give it a line in the tests of src/parameter.rs");
        }
    }
}
