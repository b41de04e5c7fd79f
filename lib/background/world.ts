// What the background does in the browser, as one object, so that the rules can be tested without one.
import { askPage } from '../platform/message-border';
import * as scripts from '../platform/scripts';
import * as tabs from '../platform/tabs';

export const world = {
  askPage,
  activeTab: tabs.activeTab,
  tabById: tabs.tabById,
  tabsOf: tabs.tabsOf,
  openOwnPage: tabs.openOwnPage,
  setBadge: tabs.setBadge,
  grantedHosts: scripts.grantedHosts,
  registeredHosts: scripts.registeredHosts,
  registerHosts: scripts.registerHosts,
  injectOverlay: scripts.injectOverlay,
  injectCard: scripts.injectCard,
};

export type World = typeof world;
