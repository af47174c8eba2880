import type { Bus } from '../bus/bus.ts';
import { newEvent } from '../bus/cloud-event.ts';
import type { ServiceHostOptions } from '../config/service-host.ts';

/** Where changes of interfaces are announced. */
export const interfaceChangedSubject = 'runtime.interface.changed';

/** For `onInterfaceChange` of a host: says on the bus what has changed, and whether callers have to care. */
export const announceChanges =
  (bus: Bus): NonNullable<ServiceHostOptions['onInterfaceChange']> =>
  (serviceId, change) => {
    if (change.verdict === 'identical') return;
    const event = newEvent({
      source: '/runtime',
      type: 'microforge.interface.changed',
      subject: serviceId,
      data: { service_id: serviceId, ...change },
    });
    // At most once: whoever closes the bus meanwhile does not want to hear of it.
    void bus.publish(interfaceChangedSubject, event).catch(() => {});
  };
