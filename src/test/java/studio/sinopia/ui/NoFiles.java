package studio.sinopia.ui;

import studio.sinopia.document.LayerId;
import studio.sinopia.ui.shell.StudioView;

/** A person who answers every question about files by closing the dialog. */
class NoFiles implements StudioView.Files {

    @Override
    public void save() {}

    @Override
    public void saveProject() {}

    @Override
    public void saveProjectAs() {}

    @Override
    public void openMap(LayerId layer) {}

    @Override
    public void savePlot() {}

    @Override
    public void openPicture() {}

    @Override
    public void openPalette() {}

    @Override
    public void openPose() {}

    @Override
    public void savePose() {}
}
