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

import type { Finding } from '../types';
import type { AssessmentContext } from './context';

/** What says the same as another finding, in fewer words. */
interface Coverage {
  covered(finding: Finding): boolean;
  /** Codes of findings that name what it is about. */
  by: readonly string[];
  /** Only where the nodes themselves were seen: EKS may mean others. */
  needsNodes?: boolean;
}

const insight = (name: RegExp) => (finding: Finding) =>
  finding.code === 'insight' && name.test(finding.subject.name);

const health = (issue: string) => (finding: Finding) =>
  finding.key === `cluster-health:${issue}`;

const COVERAGE: Coverage[] = [
  {
    covered: insight(/cluster health issues/i),
    by: ['cluster-health', 'addresses-short', 'subnet-missing'],
  },
  {
    covered: insight(/add-on version compatibility/i),
    by: ['addon-incompatible', 'addon-no-version'],
  },
  {
    covered: insight(/kubelet version skew/i),
    by: ['kubelet-skew'],
    needsNodes: true,
  },
  {
    covered: insight(/kube-proxy version skew/i),
    by: ['kube-proxy-skew'],
    needsNodes: true,
  },
  {
    covered: insight(/amazon linux 2/i),
    by: ['ami-ended'],
    needsNodes: true,
  },
  { covered: health('InsufficientFreeAddresses'), by: ['addresses-short'] },
  { covered: health('Ec2SubnetNotFound'), by: ['subnet-missing'] },
];

/**
 * Leaves out what a finding of equal weight says better, so that one cause is
 * one row, and needs one waiver.
 */
export function leaveOutCovered(
  { documents }: Pick<AssessmentContext, 'documents'>,
  findings: Finding[],
): Finding[] {
  const sawNodes = documents.kubernetesNodes !== undefined;
  return findings.filter(finding => {
    const coverage = COVERAGE.find(item => item.covered(finding));
    return !(
      coverage &&
      (sawNodes || !coverage.needsNodes) &&
      findings.some(
        other =>
          coverage.by.includes(other.code) &&
          (other.hop ?? finding.hop) === (finding.hop ?? other.hop) &&
          (other.severity === 'blocking' ||
            other.severity === finding.severity),
      )
    );
  });
}
