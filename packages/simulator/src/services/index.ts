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

import type { AwsService, HttpRequest } from '../aws/types';
import { accountService } from './account';
import { cloudwatchService, isForCloudwatch } from './cloudwatch';
import { ec2Service } from './ec2';
import { eksService } from './eks';
import { organizationsService } from './organizations';
import { securityHubService } from './securityHub';
import { stsService } from './sts';
import { zonalShiftService } from './zonalShift';

const SERVICES: AwsService[] = [
  eksService,
  stsService,
  organizationsService,
  accountService,
  ec2Service,
  cloudwatchService,
  zonalShiftService,
  securityHubService,
];

/** The service that a credential scope names. */
export function findService(name: string): AwsService | undefined {
  return SERVICES.find(service => service.name === name);
}

/** The service that an unsigned request seems to be for, so that its refusal is worded right. */
export function guessService(request: HttpRequest): AwsService {
  if (isForCloudwatch(request)) {
    return cloudwatchService;
  }
  if (request.headers['x-amz-target']) {
    return organizationsService;
  }
  if (request.path === '/') {
    return stsService;
  }
  if (/^\/(zonalshifts|managedresources)(\/|$)/.test(request.path)) {
    return zonalShiftService;
  }
  if (request.path === '/findings') {
    return securityHubService;
  }
  return request.path === '/listRegions' ? accountService : eksService;
}
