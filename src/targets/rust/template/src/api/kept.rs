//! Operations that keep records in the database, in the shape that the contract gives them.

use axum::http::HeaderValue;
use axum::http::header::LOCATION;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::kept_records::{KeptRecord, KeptRecords, Selection};
use super::operation::{Answer, ApiRequest, Perform, RequestBody, handled};
use crate::clock::Moment;
use crate::database::Session;
use crate::http::{Code, Failure, Issue, Problem, pointer};
use crate::surroundings::retrying;

/// What a key in a path is written with an escape for: all but what RFC 3986 leaves free.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Who gives a new record its key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum KeyFrom {
    Caller,
    Integer,
    Uuid,
}

/// Where a value comes from that a request leaves out; of a time, `day` means a date alone.
#[derive(Clone, Copy)]
pub enum Source {
    Null,
    /// As JSON.
    Value(&'static str),
    Created {
        day: bool,
    },
    Updated {
        day: bool,
    },
}

/// A value that the service fills in where a request leaves it out.
#[derive(Clone, Copy)]
pub struct Supplied {
    pub property: &'static str,
    pub source: Source,
}

/// What is kept, and how records are told apart.
#[derive(Clone, Copy)]
pub struct Collection {
    pub name: &'static str,
    /// The property that stands in the path of a single record.
    pub key: &'static str,
    pub key_from: KeyFrom,
    pub supplied: &'static [Supplied],
}

/// How an operation shows records: within which properties, and with which parameters.
#[derive(Clone, Copy)]
pub struct Keeping {
    pub status: u16,
    /// False: the answer has no body.
    pub answers: bool,
    pub answer_in: Option<&'static str>,
    pub request_in: Option<&'static str>,
    pub count: Option<&'static str>,
    pub limit: Option<&'static str>,
    pub offset: Option<&'static str>,
    pub page: Option<&'static str>,
    pub page_size: Option<i64>,
    pub filters: &'static [&'static str],
}

impl Collection {
    pub fn list(self, keeping: Keeping) -> Perform {
        handled(move |request| async move {
            let query = &request.query;
            let number = |name: Option<&str>| query.get(name?)?.as_i64();
            let limit = number(keeping.limit).or(keeping.page_size);
            let paged =
                number(keeping.page).map(|page| (page - 1).saturating_mul(limit.unwrap_or(0)));
            let offset = number(keeping.offset).or(paged).unwrap_or(0).max(0);
            let limit = limit.or((offset > 0).then_some(i64::MAX));
            let wanted = keeping.filters.iter().filter_map(|name| Some((*name, query.get(*name)?)));
            let selection = Selection { filters: wanted.collect(), limit, offset };
            let mut session = request.around.database.read().await?;
            let (records, count) = self.records().select(&mut session, &selection).await?;
            let Some(property) = keeping.answer_in else {
                return Answer::json(keeping.status, records);
            };
            let mut body = Map::new();
            body.insert(property.to_owned(), Json::from_iter(records));
            if let Some(name) = keeping.count {
                body.insert(name.to_owned(), Json::from(count));
            }
            Answer::json(keeping.status, body)
        })
    }

    pub fn create(self, keeping: Keeping) -> Perform {
        handled(move |request| async move {
            let given = record_in(&request, keeping);
            let (key, made) = retrying(async || {
                let mut session = request.around.database.write().await?;
                let (key, made) = self.made(&mut session, &given).await?;
                if !self.records().add(&mut session, &key, &made).await? {
                    return Err(self.taken(keeping).into());
                }
                session.commit().await?;
                Ok((key, made))
            })
            .await?;
            let answer = shown(made, keeping)?;
            if keeping.status != 201 {
                return Ok(answer);
            }
            let path = request.parts.uri.path();
            let place = format!("{path}/{}", utf8_percent_encode(&key, RESERVED));
            let place = HeaderValue::try_from(place);
            Ok(match place {
                Ok(place) => answer.header(LOCATION, place),
                Err(_) => answer,
            })
        })
    }

    pub fn read(self, keeping: Keeping) -> Perform {
        handled(move |request| async move {
            let mut session = request.around.database.read().await?;
            let record = self.records().find(&mut session, &key_in(&request)).await?;
            shown(record.ok_or_else(Problem::not_found)?, keeping)
        })
    }

    pub fn replace(self, keeping: Keeping) -> Perform {
        self.change(keeping, move |before, given| self.filled(given, Some(before)))
    }

    /// A JSON merge patch (RFC 7396), but that null is a value where the contract allows it.
    pub fn update(self, keeping: Keeping) -> Perform {
        self.change(keeping, move |before, given| {
            let now = Moment::now();
            let mut record = before.clone();
            record.extend(given);
            for one in self.supplied {
                if matches!(one.source, Source::Created { .. } | Source::Updated { .. }) {
                    record.insert(one.property.to_owned(), supply(*one, Some(before), now));
                }
            }
            record
        })
    }

    pub fn delete(self, keeping: Keeping) -> Perform {
        handled(move |request| async move {
            let key = key_in(&request);
            let record = retrying(async || {
                let mut session = request.around.database.write().await?;
                let record = self.records().lock(&mut session, &key).await?;
                let record = record.ok_or_else(Problem::not_found)?;
                self.records().remove(&mut session, &key).await?;
                session.commit().await?;
                Ok(record)
            });
            shown(record.await?, keeping)
        })
    }

    fn change<F>(self, keeping: Keeping, next: F) -> Perform
    where
        F: Fn(&KeptRecord, KeptRecord) -> KeptRecord + Send + Sync + Copy + 'static,
    {
        handled(move |request| async move {
            let (key, given) = (key_in(&request), record_in(&request, keeping));
            let record = retrying(async || {
                let mut session = request.around.database.write().await?;
                let before = self.records().lock(&mut session, &key).await?;
                let before = before.ok_or_else(Problem::not_found)?;
                let own = before.get(self.key).cloned().unwrap_or_default();
                if given.get(self.key).is_some_and(|wanted| *wanted != own) {
                    return Err(self.fixed(keeping).into());
                }
                let mut record = next(&before, given.clone());
                record.insert(self.key.to_owned(), own);
                self.records().put(&mut session, &key, &record).await?;
                session.commit().await?;
                Ok(record)
            });
            shown(record.await?, keeping)
        })
    }

    fn records(self) -> KeptRecords {
        KeptRecords(self.name)
    }

    /// A new record, and its key as text.
    async fn made(
        self,
        session: &mut Session,
        given: &KeptRecord,
    ) -> Result<(String, KeptRecord), Failure> {
        let key = match self.key_from {
            KeyFrom::Caller => given.get(self.key).cloned().unwrap_or_default(),
            KeyFrom::Integer => Json::from(self.records().next_number(session).await?),
            KeyFrom::Uuid => Json::from(Uuid::now_v7().to_string()),
        };
        let mut record = Map::new();
        record.insert(self.key.to_owned(), key.clone());
        let mut whole = given.clone();
        whole.insert(self.key.to_owned(), key.clone());
        record.extend(self.filled(whole, None));
        Ok((text_of(&key), record))
    }

    /// What a request gives, and what it leaves out.
    fn filled(self, mut given: KeptRecord, before: Option<&KeptRecord>) -> KeptRecord {
        let now = Moment::now();
        for one in self.supplied {
            let always = matches!(one.source, Source::Created { .. } | Source::Updated { .. });
            if always || !given.contains_key(one.property) {
                given.insert(one.property.to_owned(), supply(*one, before, now));
            }
        }
        given
    }

    fn taken(self, keeping: Keeping) -> Problem {
        let issue = Issue::new(self.place(keeping), "duplicate", "is taken");
        let detail = format!("There is a record with this {} already.", self.key);
        Problem::new(Code::Conflict, detail).errors(vec![issue])
    }

    fn fixed(self, keeping: Keeping) -> Problem {
        let issue = Issue::new(self.place(keeping), "read-only", "must be that of the path");
        Problem::validation_failed(vec![issue])
    }

    fn place(self, keeping: Keeping) -> String {
        keeping.request_in.map(pointer).unwrap_or_default() + &pointer(self.key)
    }
}

/// A value that a request leaves out; `now` is the time of the request, taken once.
fn supply(one: Supplied, before: Option<&KeptRecord>, now: Moment) -> Json {
    let now = |day| Json::from(if day { now.date().to_string() } else { now.to_string() });
    match one.source {
        Source::Null => Json::Null,
        Source::Value(text) => serde_json::from_str(text).unwrap_or_default(),
        Source::Created { day } => {
            before.and_then(|record| record.get(one.property)).cloned().unwrap_or_else(|| now(day))
        }
        Source::Updated { day } => now(day),
    }
}

/// The parameter of the path; the contract has checked it.
fn key_in(request: &ApiRequest) -> String {
    request.path.values().next().map(text_of).unwrap_or_default()
}

fn text_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn record_in(request: &ApiRequest, keeping: Keeping) -> KeptRecord {
    let RequestBody::Json(body) = &request.body else { return KeptRecord::new() };
    let record = match keeping.request_in {
        Some(name) => body.get(name),
        None => Some(body),
    };
    record.and_then(Json::as_object).cloned().unwrap_or_default()
}

fn shown(record: KeptRecord, keeping: Keeping) -> Result<Answer, Failure> {
    if !keeping.answers {
        return Ok(Answer::new(keeping.status));
    }
    let record = Json::Object(record);
    let body = match keeping.answer_in {
        Some(name) => Json::Object(Map::from_iter([(name.to_owned(), record)])),
        None => record,
    };
    Answer::json(keeping.status, body)
}
