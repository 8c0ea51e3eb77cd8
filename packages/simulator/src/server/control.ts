/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { HttpRequest } from '../aws/types';
import { jsonBody } from '../services/parameters';
import type { Delivery } from './AwsFrontDoor';
import { changeAlarm } from './changeAlarm';
import { changeZonalShift } from './changeZonalShift';
import { changePolicies } from './changePolicies';
import { changeCluster, parseClusterChange } from './changeCluster';
import { GITOPS_CONTROLS } from './controlGitops';
import type { Simulator } from './types';
import { onlyKeys, recordOf } from './fields';
import { json } from './json';
import { parseFault } from './parseFault';
import { parseOutsideUpgrade } from './upgradeCluster';

export const CONTROL_PREFIX = '/_sim/';

class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Answers the simulator's own endpoints, which no cloud has. */
export async function answerControl(
  request: HttpRequest,
  simulator: Simulator,
): Promise<Delivery> {
  try {
    return json(200, await control(request, simulator));
  } catch (error) {
    const status = error instanceof ControlError ? error.status : 400;
    return json(status, { error: (error as Error).message });
  }
}

function control(request: HttpRequest, simulator: Simulator): unknown {
  // A web page in the developer's browser must not reach these.
  if (request.headers.origin) {
    throw new ControlError(403, 'Requests from web pages are refused');
  }
  const query = new URLSearchParams(request.query);
  const operation = `${request.method} ${request.path}`;
  if (Object.hasOwn(GITOPS_CONTROLS, operation)) {
    return GITOPS_CONTROLS[operation](request, simulator);
  }
  switch (operation) {
    case 'GET /_sim/calls':
      return {
        calls: simulator.calls(),
        peakInFlight: simulator.peakInFlight(),
      };
    case 'DELETE /_sim/calls':
      simulator.resetCalls();
      return {};
    case 'POST /_sim/faults':
      simulator.addFault(parseFault(jsonBody(request)));
      return {};
    case 'DELETE /_sim/faults':
      simulator.clearFaults({ standing: query.get('standing') === 'true' });
      return {};
    case 'POST /_sim/clusters':
      changeCluster(
        simulator.model,
        parseClusterChange(jsonBody(request)),
        simulator.clock.now(),
      );
      return {};
    case 'POST /_sim/upgrades': {
      const { id, status } = simulator.upgradeCluster(
        parseOutsideUpgrade(jsonBody(request)),
      );
      return { updateId: id, status };
    }
    case 'POST /_sim/alarms': {
      const { arn, state } = changeAlarm(simulator.model, jsonBody(request));
      return { arn, state };
    }
    case 'POST /_sim/policies':
      changePolicies(simulator.model, jsonBody(request));
      return {};
    case 'POST /_sim/zonal-shifts':
      changeZonalShift(
        simulator.model,
        jsonBody(request),
        simulator.clock.now(),
      );
      return {};
    case 'GET /_sim/settings':
      return simulator.model.settings;
    case 'POST /_sim/settings':
      return changeSettings(request, simulator);
    case 'GET /_sim/clock':
      return { now: simulator.clock.now().toISOString() };
    case 'POST /_sim/clock':
      return advanceClock(request, simulator);
    default:
      throw new ControlError(
        404,
        'There are /_sim/calls, /_sim/faults, /_sim/clusters, /_sim/upgrades, /_sim/alarms, /_sim/policies, /_sim/zonal-shifts, /_sim/settings, /_sim/clock, /_sim/pulls, /_sim/commits, /_sim/webhooks, /_sim/quotas and /_sim/applications',
      );
  }
}

function changeSettings(request: HttpRequest, { model }: Simulator): unknown {
  const change = recordOf(jsonBody(request), 'the body');
  onlyKeys(change, Object.keys(model.settings), '');
  model.changeSettings(change);
  return model.settings;
}

function advanceClock(request: HttpRequest, { clock }: Simulator): unknown {
  const seconds = jsonBody(request)?.advanceSeconds;
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= 1e10)) {
    throw new ControlError(400, 'advanceSeconds must be a number, 0 or more');
  }
  if (!clock.advance) {
    throw new ControlError(409, 'This clock cannot be moved');
  }
  clock.advance(seconds);
  return { now: clock.now().toISOString() };
}
