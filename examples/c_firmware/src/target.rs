//! Targets that have another form in C than in Rust, and the loss around a loss that reads them.

use crate::status::{Code, Refusal};
use core::marker::PhantomData;
use microloss::{Error, Rowwise};

/// A target as C writes it.
pub trait Written: Copy {
    /// The target as the loss takes it.
    type Target;

    /// Returns the target, unless a field has a number that means nothing.
    fn read(&self) -> Option<Self::Target>;
}

/// An action taken: how likely it was, and how well it went.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Action {
    log_probability: f32,
    advantage: f32,
}

impl Written for Action {
    type Target = microloss::Action;

    #[inline]
    fn read(&self) -> Option<microloss::Action> {
        Some(microloss::Action { log_probability: self.log_probability, advantage: self.advantage })
    }
}

/// The numbers by which a value estimate is judged.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Estimate {
    old: f32,
    outcome: f32,
}

impl Written for Estimate {
    type Target = microloss::Estimate;

    #[inline]
    fn read(&self) -> Option<microloss::Estimate> {
        Some(microloss::Estimate { old: self.old, outcome: self.outcome })
    }
}

/// Knowledge about one answer.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Verdict {
    reference: f32,
    desirable: u32,
}

impl Written for Verdict {
    type Target = microloss::Verdict;

    #[inline]
    fn read(&self) -> Option<microloss::Verdict> {
        let desirable = truth(self.desirable)?;
        Some(microloss::Verdict { reference: self.reference, desirable })
    }
}

impl Written for u8 {
    type Target = bool;

    #[inline]
    fn read(&self) -> Option<bool> {
        truth(u32::from(*self))
    }
}

/// Knowledge about the end of a step of an episode.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct EpisodeEnd {
    kind: u32,
    value: f32,
}

impl EpisodeEnd {
    /// Returns `Ok` if all of them are of a known kind.
    pub fn known(ends: &[Self], position: u8) -> Result<(), Refusal> {
        if ends.iter().all(|end| end.kind <= 2) { Ok(()) } else { Err(Refusal::new(Code::TARGET, position)) }
    }
}

impl From<EpisodeEnd> for microloss::EpisodeEnd {
    #[inline]
    fn from(end: EpisodeEnd) -> Self {
        match end.kind {
            0 => Self::Continues,
            1 => Self::Terminated,
            // Other kinds were refused.
            _ => Self::Truncated { value: end.value },
        }
    }
}

/// Returns the truth value of 1 and 0. Another number is none: a C `bool` that holds 2 would be undefined in Rust.
#[inline]
pub fn truth(number: u32) -> Option<bool> {
    match number {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

/// A loss whose targets are `T`, as C writes them.
pub struct FromC<L, T> {
    loss: L,
    target: PhantomData<T>,
}

impl<L, T> FromC<L, T> {
    /// Wraps a loss.
    #[inline]
    pub const fn new(loss: L) -> Self {
        Self { loss, target: PhantomData }
    }
}

impl<L: Rowwise, T: Written<Target = L::Target>> Rowwise for FromC<L, T> {
    type Row = L::Row;
    type Target = T;
    const NAN_ONLY_WITH_VALUE: bool = L::NAN_ONLY_WITH_VALUE;

    #[inline]
    fn check(&self, row: usize, target: &T) -> Result<(), Error> {
        match target.read() {
            Some(target) => self.loss.check(row, &target),
            None => Err(Error::Target { row, value: f32::NAN, requirement: "0 or 1" }),
        }
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &L::Row) -> Result<(), Error> {
        self.loss.check_prediction(row, prediction)
    }

    #[inline]
    fn term(&self, row: &L::Row, target: &T) -> f32 {
        // A target that means nothing was refused.
        target.read().map_or(f32::NAN, |target| self.loss.term(row, &target))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut L::Row, target: &T, scale: f32) -> f32 {
        target.read().map_or(f32::NAN, |target| self.loss.term_and_gradient(row, &target, scale))
    }
}
