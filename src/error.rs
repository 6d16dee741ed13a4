//! What a call can refuse, with the numbers that say why.

use core::fmt;

/// Why a call was refused. Nothing has been written to any output.
///
/// ```
/// use microloss::{Buffer, Error, Loss, Reduction, SquaredError};
///
/// let refused = SquaredError::new().value(&[1.0, 2.0], &[1.0], Reduction::Mean);
/// assert_eq!(refused, Err(Error::Length { buffer: Buffer::Target, expected: 2, actual: 1 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Error {
    /// There is no row to average over.
    EmptyBatch,
    /// A buffer has another number of rows than the predictions.
    Length {
        /// Which buffer it is.
        buffer: Buffer,
        /// The length that the other arguments ask for.
        expected: usize,
        /// The length that came.
        actual: usize,
    },
    /// A label names a class that does not exist.
    Label {
        /// The row in which it stands.
        row: usize,
        /// The label that came.
        label: usize,
        /// The number of classes: labels run from 0 to `classes - 1`.
        classes: usize,
    },
    /// A parameter, or a number of those that are checked, lies outside its domain.
    Parameter {
        /// Its name, as in the constructor or the call.
        name: &'static str,
        /// The domain.
        requirement: &'static str,
        /// The value that came.
        value: f32,
    },
}

/// The buffer that an [`Error::Length`] speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Buffer {
    /// The targets: labels, values or distributions.
    Target,
    /// The gradient that the call writes.
    Gradient,
    /// The per-row losses that the call writes.
    Terms,
    /// The sample weights.
    Weights,
    /// The working memory that the call asks for.
    Scratch,
    /// Another result that the call writes.
    Output,
    /// The losses of the experts.
    Experts,
    /// The embeddings, where their number must be even.
    Embeddings,
    /// The candidates, of which there may be more than anchors.
    Candidates,
    /// A distribution, or the room for one.
    Probabilities,
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
            Self::Parameter { name, requirement, value } => {
                write!(f, "{name} is {value}, but must be {requirement}")
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

/// `Ok` if `actual == expected`.
pub(crate) const fn check_length(buffer: Buffer, expected: usize, actual: usize) -> Result<(), Error> {
    if actual == expected { Ok(()) } else { Err(Error::Length { buffer, expected, actual }) }
}

/// `Ok` if `holds`; the message otherwise.
pub(crate) const fn check_parameter(
    holds: bool,
    name: &'static str,
    requirement: &'static str,
    value: f32,
) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(Error::Parameter { name, requirement, value }) }
}
