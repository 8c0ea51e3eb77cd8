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

import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { eksFleetRequestCreatePermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';

/** Leads to the form for a namespace; not there for who may not ask. */
export function AskNamespaceButton(props: {
  /** What of the form is filled in. */
  query?: Record<string, string>;
  /** What it says, where it is not only about namespaces. */
  label?: string;
}) {
  const t = useTranslation();
  const links = useFleetLinks();
  const { allowed } = usePermission({
    permission: eksFleetRequestCreatePermission,
  });
  return allowed ? (
    <ButtonLink
      size="small"
      iconStart={<RiAddLine aria-hidden />}
      href={links.askNamespace(props.query)}
    >
      {props.label ?? t('requests.ask')}
    </ButtonLink>
  ) : null;
}
