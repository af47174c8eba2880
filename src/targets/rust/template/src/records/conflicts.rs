//! Constraints that the database finds violated become problems.

use super::definition::Definition;
use super::entity::Entity;
use crate::database::Conflict;
use crate::http::{Code, Failure, Issue, Problem, pointer};

/// 409 and 422 for what the database refuses; any other failure stays what it is.
pub fn conflict<E: Entity>(
    definition: &Definition<E>,
    failure: Failure,
    deleting: bool,
) -> Failure {
    let violation = match &failure {
        Failure::Database(error) => Conflict::of(error),
        _ => None,
    };
    match violation {
        None => failure,
        Some(Conflict::Unique { index, columns }) => {
            duplicate(key(definition, index.as_deref(), &columns)).into()
        }
        Some(Conflict::ForeignKey { .. }) if deleting => {
            Problem::new(Code::Referenced, "Other records still refer to this one.").into()
        }
        // The record that was found a moment ago has been deleted since.
        Some(Conflict::ForeignKey { name }) => {
            Problem::new(Code::ValidationFailed, "A record that this one refers to is gone.")
                .errors(gone::<E>(name.as_deref()))
                .into()
        }
    }
}

/// The names of the fields of a key, by its index or by its columns.
fn key<E: Entity>(
    definition: &Definition<E>,
    index: Option<&str>,
    columns: &[String],
) -> &'static [&'static str] {
    let named = E::KEYS.iter().find(|key| Some(key.index) == index);
    let given: Vec<&str> =
        columns.iter().map(String::as_str).filter(|name| *name != "_tenant").collect();
    let covered = || {
        E::KEYS.iter().find(|key| {
            let own = |name: &&str| {
                definition.field(name).is_some_and(|field| given.contains(&field.column))
            };
            key.fields.len() == given.len() && key.fields.iter().all(own)
        })
    };
    named.or_else(covered).map_or(&[], |key| key.fields)
}

fn duplicate(fields: &[&'static str]) -> Problem {
    let together = fields.join(", ");
    let message = match fields {
        [_] => "is taken".to_owned(),
        _ => format!("the combination of {together} is taken"),
    };
    let errors = fields.iter().map(|name| Issue::new(pointer(name), "duplicate", message.clone()));
    Problem::new(Code::Conflict, format!("There is a record with this {together} already."))
        .errors(errors.collect())
}

fn gone<E: Entity>(constraint: Option<&str>) -> Vec<Issue> {
    let named = E::REFERENCES.iter().find(|reference| {
        let suffix = format!("_{}_fkey", reference.column);
        constraint.is_some_and(|constraint| constraint.ends_with(&suffix))
    });
    let blamed = named.or(E::REFERENCES.first());
    let issue = blamed.map(|reference| {
        Issue::new(pointer(reference.field), "missing-reference", "there is no such record")
    });
    issue.into_iter().collect()
}
