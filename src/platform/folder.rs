//! A folder of the user's, into which a copy goes by itself. Only some browsers have that (File System Access).

use super::journal;
use crate::exchange::backup::old_copies;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Under which name the browser keeps which folder it is.
const FOLDER: &str = "folder";
/// So many copies are kept, one a day.
const KEPT: usize = 10;

/// A folder that the user chose.
#[derive(Clone)]
pub struct Folder(JsValue);

/// Whether this browser has folders to choose.
pub fn can_be_chosen() -> bool {
    Reflect::get(&window(), &"showDirectoryPicker".into()).is_ok_and(|picker| picker.is_function())
}

/// Has the user choose one. `None` where they chose none.
pub async fn choose() -> Option<Folder> {
    let how = object(&[("id", "afterword"), ("mode", "readwrite")]);
    let folder = call(&window(), "showDirectoryPicker", &[how.into()]).await.ok()?;
    // Where it is not kept, it is there until the page is closed.
    let _ = journal::keep(FOLDER, &folder).await;
    Some(Folder(folder))
}

/// The folder that was chosen on an earlier visit.
pub async fn chosen() -> Option<Folder> {
    if can_be_chosen() { journal::kept(FOLDER).await.map(Folder) } else { None }
}

/// Lets go of it; what is in it stays.
pub async fn forget() {
    // It only fails where there is no journal, and then nothing was kept.
    let _ = journal::let_be_gone(FOLDER).await;
}

impl Folder {
    /// Its name.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into()).ok();
        name.and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether the page may write there. After a new start some browsers want to be asked anew, at a tap: `ask`.
    pub async fn may_write(&self, ask: bool) -> bool {
        let how = object(&[("mode", "readwrite")]);
        let method = if ask { "requestPermission" } else { "queryPermission" };
        match call(&self.0, method, &[how.into()]).await {
            Ok(said) => said.as_string().as_deref() == Some("granted"),
            // A folder of a browser that never asks.
            Err(_) => true,
        }
    }

    /// Writes a file, and removes the copies that are older than the last ten days with one.
    ///
    /// # Errors
    /// What the browser says where it cannot.
    pub async fn write(&self, name: &str, text: &str) -> Result<(), JsValue> {
        let create = Object::new();
        Reflect::set(&create, &"create".into(), &true.into())?;
        let file = call(&self.0, "getFileHandle", &[name.into(), create.into()]).await?;
        let open = call(&file, "createWritable", &[]).await?;
        call(&open, "write", &[text.into()]).await?;
        call(&open, "close", &[]).await?;
        for old in old_copies(self.names().await?, KEPT) {
            call(&self.0, "removeEntry", &[old.into()]).await?;
        }
        Ok(())
    }

    async fn names(&self) -> Result<Vec<String>, JsValue> {
        let keys: Function = Reflect::get(&self.0, &"keys".into())?.dyn_into()?;
        let all = keys.call0(&self.0)?;
        let mut names = Vec::new();
        loop {
            let next = call(&all, "next", &[]).await?;
            if Reflect::get(&next, &"done".into())?.is_truthy() {
                return Ok(names);
            }
            names.extend(Reflect::get(&next, &"value".into())?.as_string());
        }
    }
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

async fn call(of: &JsValue, method: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let coming: Promise = method.apply(of, &with.iter().collect())?.dyn_into()?;
    JsFuture::from(coming).await
}
