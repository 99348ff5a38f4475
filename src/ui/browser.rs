//! What this browser is and promises: whether it is an app's own view, that can save no files, whether it
//! keeps the record for good, how much room it gives; how a file leaves it, and how one of the app's own comes.

/// An app whose built-in view shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    WeChat,
    Qq,
    Weibo,
    Alipay,
    DingTalk,
    Feishu,
    /// Some other app's view on Android.
    Other,
}

impl Host {
    /// The app, by the browser's name for itself; none in a browser proper.
    ///
    /// Such views lose files that one saves, and some clear the record with the app's own cache.
    #[must_use]
    pub fn of(user_agent: &str) -> Option<Self> {
        let signs = [
            ("MicroMessenger", Self::WeChat),
            ("DingTalk", Self::DingTalk),
            ("AlipayClient", Self::Alipay),
            ("Weibo", Self::Weibo),
            ("Lark/", Self::Feishu),
            ("Feishu", Self::Feishu),
            // QQ's own browser says MQQBrowser, and is one.
            (" QQ/", Self::Qq),
            ("; wv)", Self::Other),
        ];
        signs
            .iter()
            .find(|(sign, _)| user_agent.contains(sign))
            .map(|(_, host)| *host)
    }
}

#[cfg(target_arch = "wasm32")]
pub use self::live::*;

#[cfg(target_arch = "wasm32")]
mod live {
    use js_sys::{Array, Function, Object, Promise, Reflect};
    use leptos::{
        html,
        prelude::{GetUntracked, NodeRef, document, request_animation_frame, window},
    };
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Blob, HtmlAnchorElement, Response, Url};

    use super::Host;

    /// Brings the focus to the first of such elements within a node, once it is drawn: what had the focus was
    /// replaced by it.
    pub fn focus_within(node: NodeRef<html::Div>, what: &'static str) {
        request_animation_frame(move || {
            let node = node.try_get_untracked().flatten();
            let found = node.and_then(|node| node.query_selector(what).ok().flatten());
            if let Some(Ok(element)) = found.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
                let _ = element.focus();
            }
        });
    }

    /// A key of the browser's own storage that belongs to the app's folder, as databases do: two deployments may
    /// share an origin.
    pub fn own_key(name: &str) -> String {
        let path = window().location().pathname().unwrap_or_default();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("langqiao {folder} {name}")
    }

    /// A text of the app's own. Its address is relative, for the app may lie in any folder of any host; none
    /// where it does not come.
    pub async fn file_of_the_app(address: &str) -> Option<String> {
        let response: Response = JsFuture::from(window().fetch_with_str(address))
            .await
            .ok()?
            .dyn_into()
            .ok()?;
        if !response.ok() {
            return None;
        }
        JsFuture::from(response.text().ok()?)
            .await
            .ok()?
            .as_string()
    }

    /// The app whose view this is.
    #[must_use]
    pub fn host() -> Option<Host> {
        Host::of(&window().navigator().user_agent().unwrap_or_default())
    }

    /// Asks the browser to keep the record until the person clears it. Firefox asks the person.
    /// None where the browser has no answer.
    pub async fn ask_to_keep() -> Option<bool> {
        promise_of(storage()?, "persist").await?.as_bool()
    }

    /// Whether it promised.
    pub async fn is_kept() -> Option<bool> {
        promise_of(storage()?, "persisted").await?.as_bool()
    }

    /// Bytes in use and bytes at most, as the browser says; rough by design.
    pub async fn room() -> Option<(f64, f64)> {
        let estimate = promise_of(storage()?, "estimate").await?;
        let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
        Some((number("usage")?, number("quota")?))
    }

    /// Hands a file to the browser's downloads.
    pub fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(file)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // Some browsers read it only after the press has ended.
        leptos::prelude::set_timeout(
            move || {
                let _ = Url::revoke_object_url(&url);
            },
            std::time::Duration::from_secs(60),
        );
        Ok(())
    }

    /// Whether this device can send such a file to another app.
    #[must_use]
    pub fn can_share(file: &Blob, name: &str) -> bool {
        let asked = || {
            let data = share_data(file, name)?;
            let can: Function = Reflect::get(&window().navigator(), &"canShare".into())
                .ok()?
                .dyn_into()
                .ok()?;
            can.call1(&window().navigator(), &data).ok()?.as_bool()
        };
        asked().unwrap_or(false)
    }

    /// Opens the device's own sheet for sending; whether it was sent.
    pub async fn share(file: &Blob, name: &str) -> bool {
        let sent = || {
            let data = share_data(file, name)?;
            let share: Function = Reflect::get(&window().navigator(), &"share".into())
                .ok()?
                .dyn_into()
                .ok()?;
            share
                .call1(&window().navigator(), &data)
                .ok()?
                .dyn_into::<Promise>()
                .ok()
        };
        match sent() {
            Some(sent) => JsFuture::from(sent).await.is_ok(),
            None => false,
        }
    }

    /// Copies a text; whether it went.
    pub async fn copy(text: &str) -> bool {
        // Missing where the address is not secure.
        let Ok(clipboard) = Reflect::get(&window().navigator(), &"clipboard".into()) else {
            return false;
        };
        match clipboard.dyn_into::<web_sys::Clipboard>() {
            Ok(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
            Err(_) => false,
        }
    }

    fn share_data(file: &Blob, name: &str) -> Option<JsValue> {
        let make: Function = Reflect::get(&window(), &"File".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let kind = Object::new();
        Reflect::set(&kind, &"type".into(), &file.type_().into()).ok()?;
        let file =
            Reflect::construct(&make, &Array::of3(&Array::of1(file), &name.into(), &kind)).ok()?;
        let data = Object::new();
        Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
        Some(data.into())
    }

    /// Missing where the address is not secure, and in older browsers.
    fn storage() -> Option<JsValue> {
        let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
        storage.is_object().then_some(storage)
    }

    async fn promise_of(of: JsValue, name: &str) -> Option<JsValue> {
        let method: Function = Reflect::get(&of, &name.into()).ok()?.dyn_into().ok()?;
        let promise: Promise = method.call0(&of).ok()?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Host;

    #[test]
    fn apps_are_told_from_browsers() {
        let chrome = "Mozilla/5.0 (Linux; Android 13; PGT-AN10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";
        assert_eq!(Host::of(chrome), None);
        assert_eq!(Host::of(&format!("{chrome} MQQBrowser/14.5")), None);
        for (more, host) in [
            (
                "XWEB/1160 MMWEBSDK/2023 MicroMessenger/8.0.45(0x28) WeChat/arm64",
                Host::WeChat,
            ),
            ("V1_AND_SQ_9.0.8 QQ/9.0.8.14755 NetType/WIFI", Host::Qq),
            (
                "Weibo (HONOR-PGT-AN10__weibo__13.9.4__android)",
                Host::Weibo,
            ),
            (
                "AliApp(DingTalk/7.1.0) com.alibaba.android.rimet",
                Host::DingTalk,
            ),
            ("AlipayClient/10.5.6", Host::Alipay),
        ] {
            assert_eq!(Host::of(&format!("{chrome} {more}")), Some(host), "{more}");
        }
        let view = "Mozilla/5.0 (Linux; Android 13; PGT-AN10; wv) AppleWebKit/537.36";
        assert_eq!(Host::of(view), Some(Host::Other));
    }
}
