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

import type { FindingEvidence as Evidence } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { EvidenceDetails } from './EvidenceDetails';
import { EvidenceFacts } from './EvidenceFacts';

/** What was observed, where and when; closed until it is asked for. */
export function FindingEvidence(props: { evidence: Evidence }) {
  return (
    <EvidenceDetails>
      <EvidenceFacts evidence={props.evidence} />
    </EvidenceDetails>
  );
}
