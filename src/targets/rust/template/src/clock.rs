//! Times: UTC in milliseconds, taken once a request.

use std::fmt;
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, SubsecRound, TimeDelta, Utc};
use serde::{Serialize, Serializer};

/// A moment in UTC, in milliseconds. Shown as `2026-01-31T09:30:00.000Z`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(DateTime<Utc>);

/// How far the clock of the service is ahead of that of the machine.
static AHEAD: OnceLock<TimeDelta> = OnceLock::new();

/// Sets the clock of the service, once: its tests take place at a moment of their own.
pub fn begin(moment: Moment) {
    AHEAD.get_or_init(|| moment.0 - Utc::now());
}

impl Moment {
    pub fn now() -> Self {
        let ahead = AHEAD.get().copied().unwrap_or_default();
        Self((Utc::now() + ahead).trunc_subsecs(3))
    }

    /// Cuts to milliseconds; none outside of the years 0001 to 9999.
    pub fn new(moment: DateTime<Utc>) -> Option<Self> {
        let cut = moment.trunc_subsecs(3);
        (1..=9999).contains(&cut.year()).then_some(Self(cut))
    }

    /// Reads what `Display` shows.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        Self::new(moment.with_timezone(&Utc))
    }

    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }

    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    pub fn plus(self, span: TimeDelta) -> Option<Self> {
        self.0.checked_add_signed(span).and_then(Self::new)
    }

    /// A moment that is `span` ago, at the earliest the first one there is.
    pub fn before(self, span: TimeDelta) -> Self {
        self.plus(-span).unwrap_or(self)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The day of a moment, for defaults.
pub fn today() -> NaiveDate {
    Moment::now().date()
}
