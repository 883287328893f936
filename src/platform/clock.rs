//! The one door through which time comes in.

use crate::etiquette::Moment;
use crate::model::Stamp;
use chrono::{Local, SubsecRound, Utc};

/// The instant that the device's clock shows, to the second.
pub fn now() -> Stamp {
    #[allow(clippy::disallowed_methods)] // this is the door
    Utc::now().trunc_subsecs(0)
}

/// Now, seen from where the device is.
pub fn moment() -> Moment<Local> {
    Moment::new(now(), Local)
}
