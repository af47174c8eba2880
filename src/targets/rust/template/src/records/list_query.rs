//! What a list was asked for.

use super::definition::Definition;
use super::entity::{Entity, Reference};
use super::record::Record;
use crate::database::Value;
use crate::fields::{Kind, parse_id};
use crate::http::{Problem, Query};
use crate::service;

const RESERVED: [&str; 4] = ["limit", "cursor", "sort", "q"];
const MOST_OPTIONS: usize = 50;
const MOST_SORTS: usize = 3;

/// A property that lists can be sorted or filtered by.
#[derive(Clone, Copy)]
pub struct Listed<'definition> {
    pub name: &'static str,
    pub column: &'static str,
    pub kind: &'definition dyn Kind,
    /// Whether it may be missing.
    pub nullable: bool,
    /// Whether the contract says so: then it has a filter for that.
    optional: bool,
}

/// A condition on a property.
pub enum Filter<'definition> {
    Compare(Listed<'definition>, &'static str, Value),
    In(Listed<'definition>, Vec<Value>),
    Null(Listed<'definition>, bool),
    /// A reference to many contains an id.
    Contains(&'static Reference, Value),
}

/// A property, and the direction.
#[derive(Clone, Copy)]
pub struct Sort<'definition> {
    pub listed: Listed<'definition>,
    pub descending: bool,
}

/// The parameters of a list, checked.
pub struct ListQuery<'definition> {
    pub limit: usize,
    pub sort: Vec<Sort<'definition>>,
    pub filters: Vec<Filter<'definition>>,
    pub q: Option<String>,
    pub cursor: Option<String>,
    /// The parameters that say which records these are, in a canonical form.
    pub purpose: String,
}

impl<E: Entity> Definition<E> {
    /// Fails with 400, and names the parameter.
    pub fn list_query(&self, query: &Query) -> Result<ListQuery<'_>, Problem> {
        let given = query.iter().filter(|(name, _)| !RESERVED.contains(name));
        let filters =
            given.clone().map(|(name, text)| self.filter(name, text)).collect::<Result<_, _>>()?;
        let q = query.get("q");
        if q.is_some() && self.searched().next().is_none() {
            return Err(Problem::invalid_parameter("q", "is not known"));
        }
        if q.is_some_and(|text| !(1..=100).contains(&text.chars().count())) {
            return Err(Problem::invalid_parameter("q", "must have 1 to 100 characters"));
        }
        let sort = query.get("sort").unwrap_or("-createdAt");
        let mut filtered: Vec<_> = given.collect();
        filtered.sort_unstable();
        Ok(ListQuery {
            limit: query.limit(service::PAGE_SIZE)?,
            sort: self.sort(sort)?,
            filters,
            q: q.map(str::to_owned),
            cursor: query.get("cursor").map(str::to_owned),
            purpose: format!("{sort:?} {q:?} {filtered:?}"),
        })
    }

    /// The columns that `q` looks into.
    pub fn searched(&self) -> impl Iterator<Item = &'static str> {
        let searchable =
            self.fields.iter().filter(|field| !field.secret && field.kind.searchable());
        searchable.map(|field| field.column)
    }

    /// The value of a record by which it is sorted.
    pub fn sorted_value(&self, record: &Record<E>, name: &str) -> Value {
        match name {
            "createdAt" => Value::Time(record.created_at),
            "updatedAt" => Value::Time(record.updated_at),
            _ => self.field(name).map_or(Value::Null, |field| field.get(&record.data)),
        }
    }

    /// The names of the parameters that lists take.
    pub fn list_parameters(&self) -> Vec<String> {
        let mut names = vec!["limit".to_owned(), "cursor".to_owned(), "sort".to_owned()];
        if self.searched().next().is_some() {
            names.push("q".to_owned());
        }
        let fields = self.fields.iter().filter(|field| !field.secret).map(|field| field.name);
        for name in fields.chain(["createdAt", "updatedAt"]) {
            let operators = ["", "[ne]", "[in]", "[gt]", "[gte]", "[lt]", "[lte]", "[null]"];
            names.extend(
                operators
                    .into_iter()
                    .filter(|operator| self.takes(name, operator))
                    .map(|operator| format!("{name}{operator}")),
            );
        }
        names
    }

    /// Whether a property has a filter.
    fn takes(&self, name: &str, operator: &str) -> bool {
        let reserved = operator.is_empty() && RESERVED.contains(&name);
        let link = self.links().any(|(_, field)| field.name == name);
        let listed = self.listed(name);
        match operator {
            "" => !reserved && (link || listed.is_some()),
            "[ne]" | "[in]" => listed.is_some(),
            "[null]" => listed.is_some_and(|listed| listed.optional),
            _ => listed.is_some_and(|listed| listed.kind.ordered()),
        }
    }

    fn listed(&self, name: &str) -> Option<Listed<'_>> {
        let managed = [("createdAt", "created_at"), ("updatedAt", "updated_at")];
        if let Some((name, column)) = managed.into_iter().find(|(known, _)| *known == name) {
            return Some(Listed {
                name,
                column,
                kind: &self.time,
                nullable: false,
                optional: false,
            });
        }
        let field = self.field(name).filter(|field| !field.secret && field.kind.listed())?;
        Some(Listed {
            name: field.name,
            column: field.column,
            kind: field.kind.as_ref(),
            nullable: field.nullable,
            optional: !field.required,
        })
    }

    fn sort(&self, text: &str) -> Result<Vec<Sort<'_>>, Problem> {
        let refuse = |message| Problem::invalid_parameter("sort", message);
        let parts: Vec<&str> = text.split(',').collect();
        if parts.len() > MOST_SORTS {
            return Err(refuse("takes at most three properties"));
        }
        let mut sort: Vec<Sort<'_>> = Vec::new();
        for part in parts {
            let listed = self
                .listed(part.strip_prefix('-').unwrap_or(part))
                .ok_or_else(|| refuse("names a property that can not be sorted by"))?;
            sort.push(Sort { listed, descending: part.starts_with('-') });
        }
        let twice = |at: usize, one: &Sort<'_>| {
            sort.iter().take(at).any(|other| other.listed.name == one.listed.name)
        };
        if sort.iter().enumerate().any(|(at, one)| twice(at, one)) {
            return Err(refuse("names a property twice"));
        }
        Ok(sort)
    }

    fn filter(&self, parameter: &str, text: &str) -> Result<Filter<'_>, Problem> {
        let refuse = |message| Problem::invalid_parameter(parameter, message);
        let (name, operator) = match parameter.find('[') {
            Some(at) => parameter.split_at(at),
            None => (parameter, ""),
        };
        if operator.is_empty() {
            let link = self.links().find(|(_, field)| field.name == name && !field.secret);
            if let Some((reference, _)) = link {
                let id = parse_id(text).ok_or_else(|| refuse("must be a UUID"))?;
                return Ok(Filter::Contains(reference, Value::Id(id)));
            }
        }
        let unknown = || refuse("is not known");
        let listed = self.listed(name).ok_or_else(unknown)?;
        let value = |text: &str| {
            listed.kind.parse(text).ok_or_else(|| refuse("has a value that is not valid"))
        };
        let sql = match operator {
            "[null]" if listed.optional => {
                return match text {
                    "true" => Ok(Filter::Null(listed, true)),
                    "false" => Ok(Filter::Null(listed, false)),
                    _ => Err(refuse("must be true or false")),
                };
            }
            "[in]" => {
                if text.split(',').count() > MOST_OPTIONS {
                    return Err(refuse("takes at most 50 values"));
                }
                let values = text.split(',').map(value).collect::<Result<_, _>>()?;
                return Ok(Filter::In(listed, values));
            }
            "" => "=",
            "[ne]" => "<>",
            "[gt]" if listed.kind.ordered() => ">",
            "[gte]" if listed.kind.ordered() => ">=",
            "[lt]" if listed.kind.ordered() => "<",
            "[lte]" if listed.kind.ordered() => "<=",
            _ => return Err(unknown()),
        };
        Ok(Filter::Compare(listed, sql, value(text)?))
    }
}
