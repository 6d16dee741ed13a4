//! The error of this crate, with the numbers that say why a call was refused.

mod decimal;

use core::fmt;
use decimal::Decimal;

/// The reason why a call was refused. Nothing has been written to any output.
///
/// Both `Display` and `Debug` show a sentence with the numbers in it. Neither links the formatting of floats: if the panic handler of a
/// firmware prints, an `unwrap()` takes 2.6 kB of flash, where a derived `Debug` takes 25.
///
/// ```
/// use microloss::{Buffer, Error, Loss, Reduction, SquaredError};
///
/// let refused = SquaredError::new().value(&[1.0, 2.0], &[1.0], Reduction::Mean);
/// assert_eq!(refused, Err(Error::Length { buffer: Buffer::Target, expected: 2, actual: 1 }));
/// ```
#[derive(Clone, Copy, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Error {
    /// The batch has no rows.
    EmptyBatch,
    /// A buffer has another number of rows than the predictions.
    Length {
        /// The buffer.
        buffer: Buffer,
        /// The length that the other arguments need.
        expected: usize,
        /// The length of the buffer.
        actual: usize,
    },
    /// A label names a class that does not exist.
    Label {
        /// The row of the label.
        row: usize,
        /// The label.
        label: usize,
        /// The number of classes: labels run from 0 to `classes - 1`.
        classes: usize,
    },
    /// A target has no meaning for the loss.
    Target {
        /// The row of the target.
        row: usize,
        /// The number in the target.
        value: f32,
        /// The domain.
        requirement: &'static str,
    },
    /// A prediction has no meaning for the loss: its predictions are probabilities.
    Prediction {
        /// The row of the prediction.
        row: usize,
        /// The number in the prediction.
        value: f32,
        /// The domain.
        requirement: &'static str,
    },
    /// A parameter, or another number that is checked, is outside its domain.
    Parameter {
        /// The name in the constructor or the call.
        name: &'static str,
        /// The domain.
        requirement: &'static str,
        /// The value of the parameter.
        value: f32,
    },
}

/// The buffer that an [`Error::Length`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Buffer {
    /// The targets: labels, values or distributions.
    Target,
    /// The gradient, which the call writes.
    Gradient,
    /// The losses of the rows, which the call writes.
    Terms,
    /// The sample weights.
    Weights,
    /// The working memory of the call.
    Scratch,
    /// Another result that the call writes.
    Output,
    /// The losses of the experts.
    Experts,
    /// The embeddings, if their number must be even.
    Embeddings,
    /// The candidates. There may be more of them than anchors.
    Candidates,
    /// A distribution, read or written.
    Probabilities,
}

// A derived one brings the formatting of floats and of nested structures into the firmware of everybody who calls `unwrap()`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyBatch => f.write_str("the batch has no rows: pass at least one"),
            Self::Length { buffer, expected, actual } => {
                let how = match buffer {
                    Buffer::Scratch | Buffer::Candidates => "at least",
                    Buffer::Embeddings => "an even number, as",
                    _ => "exactly",
                };
                write!(
                    f,
                    "the {buffer} buffer has length {actual}, but {expected} is needed: pass {how} {expected}"
                )
            }
            Self::Label { row, label, classes } => {
                write!(f, "row {row} has label {label}, but there are {classes} classes: ")?;
                match classes.checked_sub(1) {
                    Some(last) => write!(f, "pass one from 0 to {last}"),
                    None => f.write_str("pass rows that have some"),
                }
            }
            Self::Target { row, value, requirement } => {
                write!(f, "row {row} has target {}, but targets must be {requirement}", Decimal(*value))
            }
            Self::Prediction { row, value, requirement } => {
                write!(
                    f,
                    "row {row} has prediction {}, but predictions must be {requirement}",
                    Decimal(*value)
                )
            }
            Self::Parameter { name, requirement, value } => {
                write!(f, "{name} is {}, but must be {requirement}", Decimal(*value))
            }
        }
    }
}

impl fmt::Display for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Target => "target",
            Self::Gradient => "gradient",
            Self::Terms => "terms",
            Self::Weights => "weights",
            Self::Scratch => "scratch",
            Self::Output => "output",
            Self::Experts => "experts",
            Self::Embeddings => "embeddings",
            Self::Candidates => "candidates",
            Self::Probabilities => "probabilities",
        })
    }
}

impl core::error::Error for Error {}

/// Refuses a length that is not the expected one.
pub(crate) const fn check_length(buffer: Buffer, expected: usize, actual: usize) -> Result<(), Error> {
    if actual == expected { Ok(()) } else { Err(Error::Length { buffer, expected, actual }) }
}

/// Refuses a parameter unless `holds`.
pub(crate) const fn check_parameter(
    holds: bool,
    name: &'static str,
    requirement: &'static str,
    value: f32,
) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(Error::Parameter { name, requirement, value }) }
}
