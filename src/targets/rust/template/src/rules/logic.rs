//! Logic of three values: none is unknown, as comparisons with missing values are.

use super::operand::Operand;

pub type Truth = Option<bool>;

pub fn all_of(operands: impl IntoIterator<Item = Truth>) -> Truth {
    let mut all = Some(true);
    for operand in operands {
        match operand {
            Some(true) => {}
            Some(false) => return operand,
            None => all = None,
        }
    }
    all
}

pub fn any_of(operands: impl IntoIterator<Item = Truth>) -> Truth {
    negation(all_of(operands.into_iter().map(negation)))
}

pub fn negation(operand: Truth) -> Truth {
    operand.map(|truth| !truth)
}

/// An unknown condition asks for nothing.
pub fn implies(condition: Truth, consequence: Truth) -> Truth {
    if condition == Some(true) { consequence } else { Some(true) }
}

/// Sees missing values, and nothing else does.
pub fn present(value: impl Into<Operand>) -> Truth {
    Some(value.into() != Operand::Missing)
}

/// A field that is true or false.
pub fn truth(value: impl Into<Operand>) -> Truth {
    match value.into() {
        Operand::Flag(flag) => Some(flag),
        _ => None,
    }
}
