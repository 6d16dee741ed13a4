//! Parameters: their domains, and the constructors that check them.
//!
//! A domain has words, which the documentation and the error share, and a test. Both are defined here, once. The macros
//! [`constructor!`] and [`option!`] each write a pair of functions. The first is for constants: it panics, so a bad constant does
//! not compile. The second, `try_…`, is for numbers that are known only at run time: it returns an error.

/// Domains of parameters: the words for the error, and the test of a number.
macro_rules! domain {
    (words positive) => {
        "a positive normal number"
    };
    (test positive $x:expr) => {
        $x >= f32::MIN_POSITIVE && $x <= f32::MAX
    };
    (words positive_finite) => {
        "positive and finite"
    };
    (test positive_finite $x:expr) => {
        $x > 0.0 && $x <= f32::MAX
    };
    (words non_negative) => {
        "finite and 0 or more"
    };
    (test non_negative $x:expr) => {
        $x >= 0.0 && $x <= f32::MAX
    };
    (words finite) => {
        "finite"
    };
    (test finite $x:expr) => {
        $x.is_finite()
    };
    (words unit) => {
        "in [0, 1]"
    };
    (test unit $x:expr) => {
        $x >= 0.0 && $x <= 1.0
    };
    (words open_unit) => {
        "in (0, 1)"
    };
    (test open_unit $x:expr) => {
        $x > 0.0 && $x < 1.0
    };
    (words unit_without_0) => {
        "in (0, 1]"
    };
    (test unit_without_0 $x:expr) => {
        $x > 0.0 && $x <= 1.0
    };
    (words unit_without_1) => {
        "in [0, 1)"
    };
    (test unit_without_1 $x:expr) => {
        $x >= 0.0 && $x < 1.0
    };
    (words below_half) => {
        "in [0, 0.5)"
    };
    (test below_half $x:expr) => {
        $x >= 0.0 && $x < 0.5
    };
    (words normal_to_1) => {
        "a normal number in (0, 1]"
    };
    (test normal_to_1 $x:expr) => {
        $x >= f32::MIN_POSITIVE && $x <= 1.0
    };
    (words normal_to_half) => {
        "a normal number in (0, 0.5]"
    };
    (test normal_to_half $x:expr) => {
        $x >= f32::MIN_POSITIVE && $x <= 0.5
    };
    (words cosine) => {
        "in [-1, 1]"
    };
    (test cosine $x:expr) => {
        $x >= -1.0 && $x <= 1.0
    };
    (words above_1) => {
        "finite and above 1"
    };
    (test above_1 $x:expr) => {
        $x > 1.0 && $x <= f32::MAX
    };
    (words from_minus_1) => {
        "finite and -1 or more"
    };
    (test from_minus_1 $x:expr) => {
        $x >= -1.0 && $x <= f32::MAX
    };
    (words contrastive_temperature) => {
        "at least 1e-30, and finite"
    };
    (test contrastive_temperature $x:expr) => {
        $x >= 1e-30 && $x <= f32::MAX
    };
    (words log_scale) => {
        "in [-60, 60]"
    };
    (test log_scale $x:expr) => {
        $x >= -60.0 && $x <= 60.0
    };
    (words overlap_weight) => {
        "in [0, 1000]"
    };
    (test overlap_weight $x:expr) => {
        $x >= 0.0 && $x <= 1000.0
    };
    (words cost) => {
        "within ±1e30"
    };
    (test cost $x:expr) => {
        $x >= -1e30 && $x <= 1e30
    };
}
pub(crate) use domain;

/// Checks a variable: `check!(name: domain)` is `Ok` if `name` lies in the domain, and the error otherwise.
macro_rules! check {
    ($name:ident: $domain:ident) => {
        $crate::error::check_parameter(
            $crate::parameter::domain!(test $domain $name),
            stringify!($name),
            $crate::parameter::domain!(words $domain),
            $name,
        )
    };
}
pub(crate) use check;

/// Finds the first number of an array that lies outside a domain, if there is one.
macro_rules! first_outside {
    ($domain:ident, $numbers:expr) => {{
        let (numbers, mut at) = ($numbers, 0);
        while at < numbers.len() && $crate::parameter::domain!(test $domain numbers[at]) {
            at += 1;
        }
        if at < numbers.len() { Some(numbers[at]) } else { None }
    }};
}
pub(crate) use first_outside;

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
/// A parameter is an `f32`, unless a type follows. For `weights: non_negative of &'a [f32; K]` it checks every element.
macro_rules! constructor {
    ($(#[$doc:meta])* $type:ident: $new:ident / $try_new:ident($($parameters:tt)*) => $build:expr) => {
        $crate::parameter::pair! {
            [$(#[$doc])*] $type [$new $try_new] [concat!("[`", stringify!($new), "`](Self::", stringify!($new), ")")]
            [] [$($parameters)*] $build
        }
    };
}
pub(crate) use constructor;

/// Writes an option and its `try_` twin. It is like [`constructor!`], but for methods that take `self` first.
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
        $crate::parameter::pair! {
            [$(#[$doc])*] $type [$new $try_new] [concat!("[`", stringify!($new), "`](Self::", stringify!($new), ")")]
            [$self,] [$($parameters)*] $build
        }
    };
}
pub(crate) use option;

/// Writes the pair of functions for [`constructor!`] and [`option!`].
macro_rules! pair {
    (
        [$(#[$doc:meta])*] $type:ident [$new:ident $try_new:ident] [$link:expr]
        [$($self:tt)*] [$($name:ident: $domain:ident $(of $array:ty)?),+ $(,)?] $build:expr
    ) => {
        $(#[$doc])*
        ///
        /// # Panics
        ///
        $(#[doc = $crate::parameter::pair!(@doc "Panics if" $name: $domain $(of $array)?)])+
        /// In a constant, this is a compile error.
        #[must_use]
        pub const fn $new($($self)* $($name: $crate::parameter::pair!(@type $($array)?)),+) -> Self {
            $(
                if $crate::parameter::pair!(@bad $name: $domain $(of $array)?).is_some() {
                    panic!(concat!(
                        stringify!($type), ": ", stringify!($name), " must be ", $crate::parameter::domain!(words $domain)
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
            #[doc = $crate::parameter::pair!(
                @doc "[`Error::Parameter`](crate::Error::Parameter) if" $name: $domain $(of $array)?
            )]
        )+
        pub const fn $try_new(
            $($self)* $($name: $crate::parameter::pair!(@type $($array)?)),+
        ) -> Result<Self, $crate::Error> {
            $(
                if let Some(value) = $crate::parameter::pair!(@bad $name: $domain $(of $array)?) {
                    return Err($crate::Error::Parameter {
                        name: stringify!($name),
                        requirement: $crate::parameter::domain!(words $domain),
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
        concat!($what, " `", stringify!($name), "` is not ", $crate::parameter::domain!(words $domain), ".")
    };
    (@doc $what:literal $name:ident: $domain:ident of $array:ty) => {
        concat!($what, " an element of `", stringify!($name), "` is not ", $crate::parameter::domain!(words $domain), ".")
    };

    // The bad number, if there is one.
    (@bad $name:ident: $domain:ident) => {
        if $crate::parameter::domain!(test $domain $name) { None } else { Some($name) }
    };
    (@bad $name:ident: $domain:ident of $array:ty) => {
        $crate::parameter::first_outside!($domain, $name)
    };
}
pub(crate) use pair;
