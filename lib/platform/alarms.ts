// A wake-up call from the browser, which also wakes a background that was stopped.
import { browser } from './browser';

const MINUTES_PER_DAY = 24 * 60;

/** Rings every so many days, first after a day; setting it again while it is set changes nothing. */
export async function ringEvery(name: string, days: number): Promise<void> {
  if (await browser.alarms.get(name)) return;
  browser.alarms.create(name, {
    delayInMinutes: MINUTES_PER_DAY,
    periodInMinutes: days * MINUTES_PER_DAY,
  });
}

export async function ringNoMore(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Must be set in the background's first turn, or a stopped background is not woken. */
export function onRing(name: string, ring: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) ring();
  });
}
