//! Status of a call: 0, or a code and the position of the argument that was refused.
//!
//! `examples/generate.rs` reads the table too, and writes it into the header.

use core::ffi::CStr;
use core::num::NonZeroI32;

/// The reason for a refusal: the low byte of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u8);

macro_rules! codes {
    ($($name:ident = $code:literal: $words:literal;)*) => {
        impl Code {
            $(
                #[doc = concat!("Code of: ", $words, ".")]
                pub const $name: Self = Self($code);
            )*
        }

        /// All codes: name, number and words.
        pub const CODES: &[(&str, i32, &CStr)] = &[
            $((
                stringify!($name),
                $code,
                match CStr::from_bytes_with_nul(concat!($words, "\0").as_bytes()) {
                    Ok(words) => words,
                    Err(_) => c"",
                },
            ),)*
        ];
    };
}

codes! {
    NULL = 1: "a pointer is null";
    ALIGNMENT = 2: "a pointer is not aligned for its type";
    SIZE = 3: "the count is larger than memory";
    OVERLAP = 4: "an output shares memory with another argument";
    PARAMETER = 5: "a number or a choice is outside its domain";
    EMPTY_BATCH = 6: "there are no rows";
    CLASSES = 7: "the library is not built for this number of classes";
    LABEL = 8: "a label is not below the number of classes";
    TARGET = 9: "a target is outside the domain of the loss";
    PREDICTION = 10: "a prediction is outside the domain of the loss";
}

/// A refused call: its status, which is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(NonZeroI32);

impl Refusal {
    /// The refusal by the loss of arguments that were all accepted before: it does not occur.
    pub const UNEXPECTED: Self = Self::new(Code::PARAMETER, 0);

    /// Returns the refusal of the argument at this position, counted from 1; 0 is none in particular.
    #[inline]
    pub const fn new(code: Code, position: u8) -> Self {
        match NonZeroI32::new(code.0 as i32 | ((position as i32) << 8)) {
            Some(status) => Self(status),
            // No code is 0.
            None => Self(NonZeroI32::MIN),
        }
    }

    /// Returns the status.
    #[inline]
    pub const fn status(self) -> i32 {
        self.0.get()
    }
}
