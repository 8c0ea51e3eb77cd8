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

import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { severityOf } from '../common/severity';
import { cleanName, cleanText, timeOf } from '../common/text';
import { documentationUrl } from './documentationUrl';
import type { HubControl, HubNote } from './types';

/**
 * How severe AWS documents the controls of EKS to be: what passes is
 * `INFORMATIONAL`, whatever it is about.
 */
const SEVERITIES: Record<string, PolicySeverity | undefined> = {
  'EKS.1': 'high',
  'EKS.2': 'high',
  'EKS.3': 'medium',
  'EKS.6': 'low',
  'EKS.7': 'low',
  'EKS.8': 'medium',
};

const MOST_STANDARDS = 10;

/** Of what belongs to a cluster, by how its ARN begins. */
const KINDS: Record<string, string | undefined> = {
  addon: 'Addon',
  fargateprofile: 'FargateProfile',
  identityproviderconfig: 'IdentityProviderConfig',
  nodegroup: 'Nodegroup',
};

/** What a control says; nothing where the finding is not one of a control of EKS. */
export function readControl(
  finding: AwsSecurityFinding,
): HubControl | undefined {
  const { Compliance, Description, Remediation, Title } = finding;
  const id = Compliance?.SecurityControlId ?? '';
  if (!/^EKS\.\d{1,3}$/.test(id)) {
    return undefined;
  }
  const verdict = verdictOf(finding);
  const { Text, Url } = Remediation?.Recommendation ?? {};
  const reasons = (Compliance?.StatusReasons ?? []).flatMap(
    ({ Description: text, ReasonCode }) =>
      cleanText(text ?? ReasonCode, 500) ?? [],
  );
  const standards = (Compliance?.AssociatedStandards ?? []).flatMap(
    ({ StandardsId }) => cleanName(StandardsId, 200) ?? [],
  );
  return {
    id,
    // Without consolidated findings it begins with the control's own id.
    title: cleanName(Title, 200)?.replace(/^EKS\.\d+ /, ''),
    description: cleanText(Description, 4000),
    remediation: cleanText(Text, 4000),
    documentation: documentationUrl(Url),
    severity: severityOfControl(finding, id, verdict),
    verdict,
    ...(reasons.length > 0 && { reasons: reasons.slice(0, 5) }),
    resource: resourceOf(finding),
    ...(standards.length > 0 && {
      standards: [...new Set(standards)].sort().slice(0, MOST_STANDARDS),
    }),
    note: noteOf(finding),
  };
}

/** What somebody noted of a finding; nothing where there is no note. */
export function noteOf({ Note }: AwsSecurityFinding): HubNote | undefined {
  if (!Note) {
    return undefined;
  }
  return {
    text: cleanText(Note.Text, 500),
    by: cleanName(Note.UpdatedBy),
    at: timeOf(Note.UpdatedAt),
  };
}

/**
 * What passes does so even where its workflow is over, as Security Hub itself
 * ends it; and what fails does so even where somebody calls it resolved.
 */
function verdictOf({
  Compliance,
  Workflow,
}: AwsSecurityFinding): HubControl['verdict'] {
  switch (Compliance?.Status) {
    case 'PASSED':
      return 'pass';
    case 'FAILED':
      return Workflow?.Status === 'SUPPRESSED' ? 'exempt' : 'fail';
    case 'WARNING':
      return Workflow?.Status === 'SUPPRESSED' ? 'exempt' : 'warn';
    default:
      return 'notEvaluated';
  }
}

function severityOfControl(
  { Severity }: AwsSecurityFinding,
  id: string,
  verdict: HubControl['verdict'],
): PolicySeverity | undefined {
  const isTold = verdict !== 'pass' && verdict !== 'notEvaluated';
  return (isTold ? severityOf(Severity?.Label) : undefined) ?? SEVERITIES[id];
}

/** The cluster, or what belongs to it, by its ARN. */
function resourceOf({ Resources }: AwsSecurityFinding): HubControl['resource'] {
  const id = Resources?.find(({ Id }) => Id?.includes(':eks:'))?.Id ?? '';
  const [, type = 'cluster', cluster = '', rest] =
    /:([a-z]+)\/([^/]+)(?:\/(.+))?$/.exec(id.slice(0, 1_000)) ?? [];
  return type === 'cluster'
    ? { kind: 'Cluster', name: cleanName(cluster) }
    : {
        kind: KINDS[type] ?? cleanName(type, 100) ?? 'Resource',
        name: cleanName(rest ?? cluster),
      };
}
