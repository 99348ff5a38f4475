//! The whole region as a coarse picture of its own, under what is read: what comes into sight while a
//! hand moves the map is there already. Only land and lines, drawn when the map has come to rest.

use web_sys::HtmlCanvasElement;

use super::canvas::{Care, Frame, Painter};
use super::classes::Classes;
use super::data::MapData;
use super::drawn::{Drawn, Layers};
use super::motion::{Sheet, Stretch};
use super::overlay::carry;
use super::palette::Palette;
use super::view::{Screen, View};

/// Its sharpness as a share of the device's own.
const SHARPNESS: f64 = 0.55;

#[derive(Debug)]
pub struct Whole {
    canvas: HtmlCanvasElement,
    painter: Painter,
    /// The view that it was last drawn for.
    drawn: Option<View>,
    /// What it shows is no longer so.
    stale: bool,
}

impl Whole {
    pub fn new(canvas: HtmlCanvasElement) -> Option<Whole> {
        let painter = Painter::new(canvas.clone())?;
        Some(Whole {
            canvas,
            painter,
            drawn: None,
            stale: true,
        })
    }

    /// Has it drawn anew when there is time.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    pub fn is_stale(&self) -> bool {
        self.stale
    }

    pub fn draw(
        &mut self,
        drawn: &Drawn,
        data: &MapData,
        classes: &Classes,
        screen: Screen,
        palette: &Palette,
    ) {
        let (sheet, view) = Sheet::whole(drawn.atlas.bounds, screen);
        self.painter.resize(sheet, SHARPNESS);
        self.painter.dress(palette);
        self.painter.paint(&Frame {
            drawn,
            layers: &Layers::new(drawn, data, classes),
            data,
            view,
            screen: sheet.screen(),
            palette,
            names: &[],
            care: Care::Quick,
        });
        self.drawn = Some(view);
        self.stale = false;
    }

    /// Lays it for a view.
    pub fn carry(&self, view: View) {
        if let Some(drawn) = self.drawn {
            carry(&self.canvas, Stretch::between(drawn, view));
        }
    }
}
