//! Reads the bodies of registration, log-in and members.

use serde_json::{Map, Value as Json};

use crate::database::Value;
use crate::fields::{Email, Kind};
use crate::http::{Failure, Issue, MOST_ISSUES, Problem, pointer};
use crate::records::AnyResource;
use crate::service::ROLES;

const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// An e-mail address in lower case, and a password.
pub struct Login {
    pub email: String,
    pub password: String,
}

/// `record` has the properties of the account's record, where there is one.
pub struct NewAccount {
    pub email: String,
    pub password: String,
    pub roles: Vec<String>,
    pub record: Vec<(&'static str, Value)>,
}

/// Of a wrong password, no more is said than that it is wrong.
pub fn read_login(given: &Json) -> Result<Login, Failure> {
    let mut issues = Vec::new();
    let source = object(given, &["email", "password"], &mut issues)?;
    let email = text(source, "email", &mut issues).to_lowercase();
    let password = text(source, "password", &mut issues).to_owned();
    refuse(issues)?;
    Ok(Login { email, password })
}

/// The body of a registration or, with roles, of a new member.
pub fn read_new_account(
    given: &Json,
    resource: Option<&dyn AnyResource>,
    with_roles: bool,
) -> Result<NewAccount, Failure> {
    let mut issues = Vec::new();
    let names = resource.map(AnyResource::writable).unwrap_or_default();
    let mut known = vec!["email", "password"];
    known.extend(with_roles.then_some("roles"));
    known.extend(&names);
    let source = object(given, &known, &mut issues)?;
    let password = text(source, "password", &mut issues).to_owned();
    check_length(&password, &mut issues);
    let email = email(source.get("email"), &mut issues);
    let roles = if with_roles { roles(source, &mut issues) } else { vec!["owner".to_owned()] };
    let record = resource.map(|resource| resource.read(source, &mut issues)).unwrap_or_default();
    refuse(issues)?;
    Ok(NewAccount { email, password, roles, record })
}

pub fn read_role_change(given: &Json) -> Result<Vec<String>, Failure> {
    let mut issues = Vec::new();
    let source = object(given, &["roles"], &mut issues)?;
    let roles = roles(source, &mut issues);
    refuse(issues)?;
    Ok(roles)
}

fn roles(source: &Map<String, Json>, issues: &mut Vec<Issue>) -> Vec<String> {
    let Some(value) = source.get("roles") else {
        issues.push(fault("roles", "required", "is required"));
        return Vec::new();
    };
    let Some(given) = value.as_array() else {
        issues.push(fault("roles", "type", "must be a list"));
        return Vec::new();
    };
    if given.is_empty() {
        issues.push(fault("roles", "too-short", "must name at least one role"));
    }
    if given.len() > ROLES.len() {
        issues.push(fault("roles", "too-long", "must name each role once"));
    }
    let mut roles: Vec<String> = Vec::new();
    for (at, value) in given.iter().take(ROLES.len()).enumerate() {
        let role = value.as_str().filter(|role| ROLES.contains(role));
        let place = format!("/roles/{at}");
        match role {
            None => issues.push(Issue::new(
                place,
                "enum",
                format!("must be one of: {}", ROLES.join(", ")),
            )),
            Some(role) if roles.iter().any(|known| known == role) => {
                issues.push(Issue::new(place, "duplicate", "is there already"));
            }
            Some(role) => roles.push(role.to_owned()),
        }
    }
    roles.sort();
    roles
}

fn email(value: Option<&Json>, issues: &mut Vec<Issue>) -> String {
    let Some(value) = value.filter(|value| !value.is_null()) else {
        issues.push(fault("email", "required", "is required"));
        return String::new();
    };
    match Email::new().read(value) {
        Ok(Value::Text(text)) => text.to_lowercase(),
        Ok(_) => String::new(),
        Err(faults) => {
            issues.extend(faults.into_iter().map(|one| fault("email", one.code, one.message)));
            String::new()
        }
    }
}

fn text<'body>(
    source: &'body Map<String, Json>,
    name: &str,
    issues: &mut Vec<Issue>,
) -> &'body str {
    match source.get(name) {
        Some(Json::String(text)) => return text,
        None | Some(Json::Null) => issues.push(fault(name, "required", "is required")),
        Some(_) => issues.push(fault(name, "type", "must be text")),
    }
    ""
}

fn check_length(password: &str, issues: &mut Vec<Issue>) {
    let length = password.chars().count();
    if length < SHORTEST && issues.iter().all(|issue| issue.pointer.as_deref() != Some("/password"))
    {
        issues.push(fault(
            "password",
            "too-short",
            format!("must have at least {SHORTEST} characters"),
        ));
    }
    if length > LONGEST {
        issues.push(fault(
            "password",
            "too-long",
            format!("must have at most {LONGEST} characters"),
        ));
    }
}

fn object<'body>(
    given: &'body Json,
    known: &[&str],
    issues: &mut Vec<Issue>,
) -> Result<&'body Map<String, Json>, Failure> {
    let Some(source) = given.as_object() else {
        let issue = Issue::new(String::new(), "type", "must be an object");
        return Err(Problem::validation_failed(vec![issue]).into());
    };
    let unknown = source.keys().filter(|name| !known.contains(&name.as_str()));
    issues.extend(unknown.map(|name| fault(name, "unknown-property", "is not known")));
    Ok(source)
}

fn fault(
    name: &str,
    code: &'static str,
    message: impl Into<std::borrow::Cow<'static, str>>,
) -> Issue {
    Issue::new(pointer(name), code, message)
}

fn refuse(mut issues: Vec<Issue>) -> Result<(), Failure> {
    issues.truncate(MOST_ISSUES);
    if issues.is_empty() { Ok(()) } else { Err(Problem::validation_failed(issues).into()) }
}
