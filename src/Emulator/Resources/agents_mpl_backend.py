"""matplotlib backend of the code interpreter: show() displays every open figure."""
import io

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

import agents_display

FigureCanvas = FigureCanvasAgg
FigureManager = FigureManagerBase


def show(*_arguments, **_options):
    for manager in Gcf.get_all_fig_managers():
        buffer = io.BytesIO()
        manager.canvas.figure.savefig(buffer, format="png", bbox_inches="tight")
        agents_display.image(buffer.getvalue())
    Gcf.destroy_all()
