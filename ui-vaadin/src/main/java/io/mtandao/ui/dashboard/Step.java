package io.mtandao.ui.dashboard;

import com.vaadin.flow.component.Component;

/** One of the first steps of a new ISP. @param name of its texts */
record Step(String name, boolean done, Class<? extends Component> where) {}
