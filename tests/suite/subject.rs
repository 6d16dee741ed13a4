//! A loss under examination: how to draw a case of it, and the exact results.

use crate::draw::Draw;
use core::fmt::Debug;
use microloss::{Loss, Reduction, Row, Rowwise};
use std::rc::Rc;

/// A public loss under examination.
pub struct Subject {
    /// Its public name; several subjects may share one.
    pub name: &'static str,
    /// The difference to others of this name, or nothing.
    pub variant: &'static str,
    /// Allowed error of the value, and of every gradient element, in ULP.
    pub budget: (f64, f64),
    /// True if the loss is 0 or more.
    pub nonnegative: bool,
    /// Draws hyper-parameters, targets and inputs.
    pub draw: fn(&mut Draw) -> Case,
}

impl Subject {
    /// Name and variant.
    pub fn title(&self) -> String {
        let Self { name, variant, .. } = self;
        if variant.is_empty() { name.to_string() } else { format!("{name}, {variant}") }
    }
}

/// The crate's loss of flat inputs.
pub type Run = Box<dyn Fn(&[f32]) -> Outcome>;

/// The exact loss of flat inputs.
pub type Reference = Box<dyn Fn(&[f64]) -> Exact>;

/// Value and slope at one prediction.
pub type Sweep = Box<dyn Fn(f32) -> (f32, f32)>;

/// The words for a case.
pub type Describe = Box<dyn Fn() -> String>;

/// One case: fixed hyper-parameters and targets, and the inputs a network produces.
pub struct Case {
    /// The inputs, flat.
    pub inputs: Vec<f32>,
    /// The least and the largest input.
    pub domain: (f32, f32),
    /// The loss of such inputs, by every surface it has.
    pub run: Run,
    /// The exact loss of such inputs.
    pub exact: Reference,
    /// Value and slope by one method, if the row is one number: quicker than `run`, for the whole line.
    #[cfg_attr(feature = "micromath", allow(dead_code, reason = "`line` alone uses it"))]
    pub sweep: Option<Sweep>,
    /// How many of the inputs, the last ones, are parameters that a network learns: they take no extreme values.
    pub parameters: usize,
    /// The loss and its target, for other programs to read.
    pub describe: Option<Describe>,
    /// The gradient is that of so many times the value: 1, except for functions that take an upstream factor.
    pub slope_of_value: f64,
}

/// The results of the crate.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub value: f32,
    pub gradient: Vec<f32>,
}

/// The exact results.
#[derive(Debug, Clone)]
pub struct Exact {
    pub value: Figure,
    pub gradient: Vec<Figure>,
}

impl Exact {
    /// Forgives every number the ULP that rounding the argument of an exponential costs.
    pub fn forgiving(self, ulps: f64) -> Self {
        let gradient = self.gradient.into_iter().map(|slope| slope.forgiving(ulps)).collect();
        Self { value: self.value.forgiving(ulps), gradient }
    }
}

/// An exact number, and the error that it forgives.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    pub exact: f64,
    /// The largest term, if terms of both signs cancel by nature: ULP are counted of it.
    pub scale: f64,
    /// ULP that rounding the argument of an exponential costs.
    pub forgiven: f64,
    /// The last factor of the loss. If the product's other factor is subnormal, the product has as few digits.
    pub weight: f64,
}

impl From<f64> for Figure {
    fn from(exact: f64) -> Self {
        Self { exact, scale: exact.abs(), forgiven: 0.0, weight: 1.0 }
    }
}

impl Figure {
    /// A sum whose terms cancel.
    pub fn sum(terms: &[f64]) -> Self {
        let scale = terms.iter().fold(0.0, |max: f64, term| max.max(term.abs()));
        Self { exact: terms.iter().sum(), scale, forgiven: 0.0, weight: 1.0 }
    }

    pub fn forgiving(self, ulps: f64) -> Self {
        Self { forgiven: ulps, ..self }
    }

    pub fn weighing(self, weight: f64) -> Self {
        Self { weight, ..self }
    }

    /// |computed − exact| in units in the last place of the exact number, or of its largest term.
    pub fn ulps(&self, computed: f32) -> f64 {
        let size = self.exact.abs().max(self.scale);
        (f64::from(computed) - self.exact).abs() / ulp(size)
    }

    /// True if the exact number, and its largest term, are normal `f32`s.
    pub fn is_normal(&self) -> bool {
        let normal = f64::from(f32::MIN_POSITIVE)..=f64::from(f32::MAX);
        let factor = self.exact / self.weight.max(1.0);
        normal.contains(&self.exact.abs())
            && normal.contains(&factor.abs())
            && self.scale <= f64::from(f32::MAX)
    }

    /// True if nothing cancels in it.
    pub fn is_plain(&self) -> bool {
        self.scale <= self.exact.abs()
    }
}

/// The spacing of `f32`s at `x`.
fn ulp(x: f64) -> f64 {
    let exponent = ((x.to_bits() >> 52) as i32 - 1023).clamp(-126, 127);
    2f64.powi(exponent - 23)
}

impl Case {
    /// A case of a loss of rows.
    pub fn of_row<L, R, T>(loss: L, row: R, target: T, exact: impl Fn(&[f64], &T) -> Exact + 'static) -> Self
    where
        L: Rowwise<Row = R, Target = T> + Debug + 'static,
        R: Row + 'static,
        T: Clone + Debug + 'static,
    {
        let mut flat = row;
        let target_of_exact = target.clone();
        let loss = Rc::new(loss);
        let (described, target_described) = (Rc::clone(&loss), target.clone());
        let (swept, target_of_sweep) = (Rc::clone(&loss), target.clone());
        let is_number = flat.elements_mut().len() == 1;
        let sweep = is_number.then(|| -> Sweep {
            Box::new(move |x| {
                let mut row = row;
                row.elements_mut()[0] = x;
                let value = swept.term_and_gradient(&mut row, &target_of_sweep, 1.0);
                (value, row.elements_mut()[0])
            })
        });
        Self {
            inputs: flat.elements_mut().to_vec(),
            domain: (f32::MIN, f32::MAX),
            run: Box::new(move |inputs| {
                let mut row = row;
                row.elements_mut().copy_from_slice(inputs);
                examine(&*loss, row, &target)
            }),
            exact: Box::new(move |inputs| exact(inputs, &target_of_exact)),
            sweep,
            parameters: 0,
            describe: Some(Box::new(move || format!("{described:?} | {target_described:?}"))),
            slope_of_value: 1.0,
        }
    }
}

impl Case {
    /// The inputs that may take any value.
    pub fn extreme_inputs(&mut self) -> &mut [f32] {
        let count = self.inputs.len() - self.parameters;
        &mut self.inputs[..count]
    }

    /// Limits the inputs of a case to a domain.
    pub fn within(self, low: f32, high: f32) -> Self {
        Self { domain: (low, high), ..self }
    }
}

/// Computes the loss of one row by every method. They must agree to the bit.
pub fn examine<L, R: Row, T: Clone>(loss: &L, row: R, target: &T) -> Outcome
where
    L: Loss<Prediction = R, Target = T>,
{
    let targets = [target.clone()];
    let value = loss.value(&[row], &targets, Reduction::Sum).unwrap();
    let mut gradient = [row];
    let fused = loss.value_and_gradient(&[row], &targets, Reduction::Sum, &mut gradient).unwrap();
    let mut in_place = [row];
    let in_place_value = loss.value_and_gradient_in_place(&mut in_place, &targets, Reduction::Sum).unwrap();
    let mut alone = [row];
    loss.gradient(&[row], &targets, Reduction::Sum, &mut alone).unwrap();
    let mut terms = [0.0];
    loss.terms(&[row], &targets, &mut terms).unwrap();
    // Huge factors make infinities, and these NaNs: every one is `f32::NAN`, beside a finite value too.
    for over in [1e-30, 1e30] {
        let mut scaled = [row];
        let value = loss.value_and_gradient(&[row], &targets, Reduction::Over(over), &mut scaled).unwrap();
        let numbers = scaled[0].elements_mut().iter().chain([&value]).copied();
        assert!(
            numbers.clone().all(|x| !x.is_nan() || x.to_bits() == f32::NAN.to_bits()),
            "a NaN that is not f32::NAN: {:x?}",
            bits(&numbers.collect::<Vec<_>>())
        );
    }
    assert_eq!(bits(&[value]), bits(&[fused]), "fused = value");
    assert_eq!(bits(&[value]), bits(&[terms[0] + 0.0]), "terms = value");
    assert_eq!(bits(gradient[0].elements_mut()), bits(alone[0].elements_mut()), "gradient = fused");
    assert_eq!(bits(&[value]), bits(&[in_place_value]), "in place = value");
    assert_eq!(bits(gradient[0].elements_mut()), bits(in_place[0].elements_mut()), "in place = fused");
    Outcome { value, gradient: gradient[0].elements_mut().to_vec() }
}

/// Bit patterns, for comparisons that see the sign of 0 and every NaN.
pub fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}
