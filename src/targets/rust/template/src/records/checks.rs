//! Rules and lifecycles.

use super::entity::{Check, Entity, Lifecycle, Occasion, Transition};
use crate::http::{Code, Failure, Issue, Problem, pointer};

/// The rules that a write violates.
pub fn broken_rules<E: Entity>(on: Occasion, check: &Check<'_, E>) -> Vec<Issue> {
    let broken =
        E::RULES.iter().filter(|rule| rule.on.contains(&on) && (rule.holds)(check) == Some(false));
    broken
        .map(|rule| {
            Issue::rule(rule.property.map(pointer).unwrap_or_default(), rule.id, rule.message)
        })
        .collect()
}

/// A new record must be in the initial state.
pub fn wrong_initial_state<E: Entity>(record: &E) -> Option<Issue> {
    let lifecycle =
        E::LIFECYCLE.filter(|lifecycle| (lifecycle.state)(record) != lifecycle.initial)?;
    let message = format!("a new record must be {}", lifecycle.initial);
    Some(Issue::new(pointer(lifecycle.field), "enum", message))
}

/// The transition that a write takes, if it changes the state. Fails with 409 if there is none, and
/// with 403 if it is not for the caller.
pub fn transition_of<E: Entity>(
    check: &Check<'_, E>,
) -> Result<Option<&'static Transition<E>>, Failure> {
    let (Some(lifecycle), Some(previous)) = (E::LIFECYCLE, check.previous) else { return Ok(None) };
    let (from, to) = ((lifecycle.state)(previous), (lifecycle.state)(check.record));
    if from == to {
        return Ok(None);
    }
    let possible: Vec<_> =
        lifecycle.transitions.iter().filter(|step| step.from.contains(&from)).collect();
    let mut ways = possible.iter().copied().filter(|step| step.to == to).peekable();
    if ways.peek().is_none() {
        return Err(impossible(&lifecycle, from, &possible).into());
    }
    let may = |step: &&Transition<E>| {
        step.roles.is_empty() || step.roles.iter().any(|role| check.caller.has_role(role))
    };
    let allowed: Vec<_> = ways.filter(may).collect();
    let ready = |step: &&&Transition<E>| step.guard.is_none_or(|guard| guard(check) != Some(false));
    match allowed.iter().find(ready).or(allowed.first()) {
        Some(step) => Ok(Some(step)),
        None => {
            let detail = format!("Your role may not take a record from {from} to {to}.");
            Err(Problem::new(Code::Forbidden, detail).into())
        }
    }
}

/// The guard of a transition, if it does not hold.
pub fn broken_guard<E: Entity>(
    step: Option<&Transition<E>>,
    check: &Check<'_, E>,
) -> Option<Issue> {
    let (lifecycle, step) = (E::LIFECYCLE?, step?);
    if step.guard?(check) != Some(false) {
        return None;
    }
    let message = format!("the record is not ready for {}", step.name);
    Some(Issue::rule(pointer(lifecycle.field), step.id, message))
}

fn impossible<E: Entity>(
    lifecycle: &Lifecycle<E>,
    from: &str,
    possible: &[&Transition<E>],
) -> Problem {
    let mut states: Vec<&str> = Vec::new();
    for step in possible {
        if !states.contains(&step.to) {
            states.push(step.to);
        }
    }
    let detail = if states.is_empty() {
        format!("{from} is a final state.")
    } else {
        format!("From {from} only these states are possible: {}.", states.join(", "))
    };
    let issue = Issue::new(pointer(lifecycle.field), "invalid", detail.clone());
    Problem::new(Code::InvalidTransition, detail).errors(vec![issue])
}
