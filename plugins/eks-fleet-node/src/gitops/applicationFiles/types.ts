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

import type {
  ApplicationSpec,
  SpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FileDeviation } from '../clusterFiles/types';
import type { ApplicationFile } from '../config/locateApplication';

/**
 * Where an application's file is, and what stands in it besides what is wanted.
 *
 * @public
 */
export interface ApplicationFileContext
  extends Pick<ApplicationFile, 'path' | 'place'> {
  /** Of the request by which it is written; what is there stays without it. */
  requestId?: string;
}

/**
 * What a file says of an application.
 *
 * @public
 */
export interface ParsedApplicationFile {
  /** Where all of it is understood and right. */
  spec?: ApplicationSpec;
  /** The request that last wrote it. */
  requestId?: string;
  /** What is understood, by field, right or not. */
  understood: Record<string, unknown>;
  /** Fields whose value is none that the portal would write. */
  problems: SpecProblem[];
  /** Where it says other than the portal would for the same application. */
  deviations: FileDeviation[];
}
