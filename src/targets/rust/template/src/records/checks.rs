//! Rules and lifecycles.

use super::entity::{Check, Condition, Entity, Lifecycle, Occasion, Transition};
use super::reader::Reader;
use super::record::Record;
use super::write::Write;
use crate::http::{Code, Failure, Issue, Problem, pointer};

/// The rules over one record that a write violates.
pub fn broken_rules<E: Entity>(on: Occasion, check: &Check<'_, E>) -> Vec<Issue> {
    let broken = E::RULES.iter().filter(|rule| match rule.holds {
        Condition::Own(holds) => rule.on.contains(&on) && holds(check) == Some(false),
        Condition::Several(_) => false,
    });
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
pub async fn transition_of<E: Entity>(
    write: &mut Write,
    record: &Record<E>,
    previous: &Record<E>,
) -> Result<Option<&'static Transition<E>>, Failure> {
    let Some(lifecycle) = E::LIFECYCLE else { return Ok(None) };
    let (from, to) = ((lifecycle.state)(&previous.data), (lifecycle.state)(&record.data));
    if from == to {
        return Ok(None);
    }
    let possible: Vec<&'static Transition<E>> =
        lifecycle.transitions.iter().filter(|step| step.from.contains(&from)).collect();
    if possible.iter().all(|step| step.to != to) {
        return Err(impossible(&lifecycle, from, &possible).into());
    }
    let mut first = None;
    for step in possible.into_iter().filter(|step| step.to == to) {
        let may = |role: &&str| write.caller.has_role(role);
        if !step.roles.is_empty() && !step.roles.iter().any(may) {
            continue;
        }
        if is_ready(step, write, record, previous).await? {
            return Ok(Some(step));
        }
        first = first.or(Some(step));
    }
    let forbidden = || {
        let detail = format!("Your role may not take a record from {from} to {to}.");
        Problem::new(Code::Forbidden, detail)
    };
    Ok(Some(first.ok_or_else(forbidden)?))
}

/// The guard of a transition, if it does not hold.
pub async fn broken_guard<E: Entity>(
    step: Option<&'static Transition<E>>,
    write: &mut Write,
    record: &Record<E>,
    previous: &Record<E>,
) -> Result<Option<Issue>, Failure> {
    let (Some(lifecycle), Some(step)) = (E::LIFECYCLE, step) else { return Ok(None) };
    if is_ready(step, write, record, previous).await? {
        return Ok(None);
    }
    let message = format!("the record is not ready for {}", step.name);
    Ok(Some(Issue::rule(pointer(lifecycle.field), step.id, message)))
}

/// Unknown is ready.
async fn is_ready<E: Entity>(
    step: &'static Transition<E>,
    write: &mut Write,
    record: &Record<E>,
    previous: &Record<E>,
) -> Result<bool, Failure> {
    let Some(guard) = &step.guard else { return Ok(true) };
    let check = Check::new(record, Some(previous), &write.caller, write.now);
    let reader = Reader::new(&mut write.session, &write.around.registry, write.caller.tenant_id);
    Ok(guard.ask(&check, reader).await? != Some(false))
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
