//! The clock: the one place where time comes in.

use crate::etiquette::Now;
use crate::model::{Manner, Stamp};
use crate::words::HourCycle;
use chrono::{Local, Offset, TimeZone, Utc};
use std::sync::OnceLock;
use wasm_bindgen::JsValue;

/// The instant that the device's clock shows, to the second.
pub fn now() -> Stamp {
    #[allow(clippy::disallowed_methods)] // this is the door
    Utc::now().into()
}

/// How the browser's own fields count hours. It is asked once, because it does not change while a page is open.
fn hour_cycle() -> HourCycle {
    static HOURS: OnceLock<HourCycle> = OnceLock::new();
    *HOURS.get_or_init(ask_for_hour_cycle)
}

fn ask_for_hour_cycle() -> HourCycle {
    let asked = js_sys::Object::new();
    // It only fails on what is frozen, and this is fresh.
    let _ = js_sys::Reflect::set(&asked, &JsValue::from("hour"), &JsValue::from("numeric"));
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &asked);
    let twelve = js_sys::Reflect::get(&format.resolved_options(), &JsValue::from("hour12"));
    let twelve = twelve.ok().and_then(|twelve| twelve.as_bool()).unwrap_or(false);
    if twelve { HourCycle::Twelve } else { HourCycle::TwentyFour }
}

/// Whose English the browser's language suggests. It is asked once, as the hours are.
fn manner() -> Manner {
    static MANNER: OnceLock<Manner> = OnceLock::new();
    *MANNER.get_or_init(|| Manner::of_language(&language()))
}

/// The browser's language, and perhaps its region: "en-US".
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Now, seen from where the device is.
pub fn local_now() -> Now<Local> {
    local(now())
}

/// An instant, seen from where the device is.
pub fn local(at: Stamp) -> Now<Local> {
    Now { at, zone: Local, hours: hour_cycle(), manner: manner() }
}

/// How far east of Greenwich the device's zone is at a moment, in seconds.
pub fn offset(now: &Now<Local>) -> i32 {
    now.zone.offset_from_utc_datetime(&now.at.naive_utc()).fix().local_minus_utc()
}
