//! Records that can be made: they keep all rules. They stand in `samples.json`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

/// A record that can be made.
#[derive(Deserialize)]
pub struct Sample {
    pub path: String,
    pub record: Map<String, Json>,
    /// Properties that must differ from record to record.
    #[serde(default)]
    vary: HashMap<String, Vary>,
    /// The changes that take a new record to each state.
    #[serde(default)]
    pub states: HashMap<String, Vec<Json>>,
    /// Whether its records are the accounts.
    #[serde(default)]
    pub account: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Vary {
    From {
        from: i64,
    },
    Around {
        before: String,
        after: String,
        #[serde(default)]
        first: usize,
    },
    Values(Vec<Json>),
}

static SAMPLES: LazyLock<HashMap<String, Sample>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../samples.json")).unwrap());

thread_local! {
    /// How many there are of each, by path. A test has a thread of its own: others may be under way, and
    /// of a few values each is to be had once.
    static MADE: RefCell<HashMap<String, usize>> = RefCell::default();
}

/// The samples by the name of their resource.
pub fn samples() -> &'static HashMap<String, Sample> {
    &SAMPLES
}

/// Whether the service has no accounts.
pub fn is_public() -> bool {
    !service::operation::CONTRACT.contains("\"/api/auth/login\"")
}

impl Sample {
    /// The body of a new record.
    pub fn body(&self, given: &Json) -> Json {
        let number = self.next_number();
        let mut body = self.record.clone();
        for (name, vary) in &self.vary {
            let value = match vary {
                Vary::From { from } => Json::from(from + i64::try_from(number).unwrap()),
                Vary::Around { before, after, first } => {
                    Json::from(format!("{before}{}{after}", first + number))
                }
                Vary::Values(values) => values[number % values.len()].clone(),
            };
            body.insert(name.clone(), value);
        }
        body.extend(given.as_object().cloned().unwrap_or_default());
        Json::Object(body)
    }

    fn next_number(&self) -> usize {
        MADE.with_borrow_mut(|made| {
            let count = made.entry(self.path.clone()).or_insert(0);
            *count += 1;
            *count
        })
    }
}
