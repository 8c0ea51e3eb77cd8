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

import { Link } from '@backstage/ui';
import type { FindingPolicy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';

/** Leads to what each policy finds of what a finding is about. */
export function FindingPolicies(props: {
  /** ARN of the cluster; without it nothing can be asked for. */
  arn?: string;
  policies: FindingPolicy[];
}) {
  const { arn, policies } = props;
  const t = useTranslation();
  const links = usePortalLinks();
  return (
    <>
      {policies.map(({ id, name, resources }) => (
        <Link
          key={id}
          href={links.findings({
            filter: {
              policy: [id],
              ...(arn && { cluster: [arn] }),
              ...(resources && { resource: resources }),
            },
          })}
        >
          {t('clusterReadiness.policyFindings', { policy: name })}
        </Link>
      ))}
    </>
  );
}
