import express, { Router } from 'express';
import { z } from 'zod';
import { type Eui64, parseEui64 } from '../common/eui64.js';
import { BODY_LIMIT, readMembers } from './admin-members.js';
import { HttpProblem } from './problem.js';

/** What can be wrong with the Devices of a virtual network, as operators see it. */
export interface DeviceFaults {
  readonly faultKinds: readonly string[];
  faults(): readonly { readonly device: Eui64; readonly fault: string }[];
  /** Breaks a Device, or mends it without a fault. @returns false if there is no such Device */
  setFault(device: Eui64, fault: string | undefined): boolean;
  /** Lets a Device send an Alert. @returns false if there is no such Device, or it sends no such Alerts */
  tell(device: Eui64, code: number): Promise<boolean>;
}

/** Non-critical Alerts of network operator and supplier, and critical ones. */
const ALERT_CODE = /^8[01F][0-9A-F]{2}$/;

/**
 * Routes of the administration for a virtual network: `GET /faults`, `PUT /faults/DEVICE` with `{"fault": KIND}`,
 * `DELETE /faults/DEVICE`, and `POST /faults/DEVICE/alerts` with `{"code": "8F3F"}`, an Event or Alert Code.
 * @param faults undefined where the network is a real one
 */
export function faultRoutes(faults: DeviceFaults | undefined): Router {
  const routes = Router();
  const virtual = (): DeviceFaults => {
    if (faults !== undefined) return faults;
    throw new HttpProblem(404, 'The network is not a virtual one: its Devices cannot be told to fail.');
  };
  const change = (device: Eui64, fault: string | undefined): void => {
    if (!virtual().setFault(device, fault)) {
      throw new HttpProblem(404, `There is no virtual Device ${device}; pre-notify it first.`);
    }
  };

  routes.get('/faults', (_request, response) => {
    response.json(virtual().faults());
  });
  routes.put('/faults/:device', express.json({ limit: BODY_LIMIT }), (request, response) => {
    const members = z.strictObject({ fault: z.enum(virtual().faultKinds as [string, ...string[]]) });
    const { fault } = readMembers(members, request.body ?? {});
    const device = parseEui64(request.params.device);
    change(device, fault);
    response.json({ device, fault });
  });
  routes.post('/faults/:device/alerts', express.json({ limit: BODY_LIMIT }), async (request, response) => {
    const members = z.strictObject({ code: z.string().regex(ALERT_CODE, 'not an Alert Code such as 8F3F') });
    const { code } = readMembers(members, request.body ?? {});
    const device = parseEui64(request.params.device);
    if (!(await virtual().tell(device, parseInt(code, 16)))) {
      throw new HttpProblem(404, `There is no virtual Device ${device} that sends such Alerts.`);
    }
    response.status(202).json({ device, code });
  });
  routes.delete('/faults/:device', (request, response) => {
    change(parseEui64(request.params.device), undefined);
    response.status(204).end();
  });
  return routes;
}
