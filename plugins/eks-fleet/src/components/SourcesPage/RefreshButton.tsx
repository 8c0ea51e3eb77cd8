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

import { Button, ButtonIcon } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { targetKey, type RefreshTargets } from './useRefreshTargets';

/** Asks for a scan of one target, or of all; not there for who may not. */
export function RefreshButton(props: {
  refresh: RefreshTargets;
  label: string;
  target?: Target;
}) {
  const { refresh, label, target } = props;
  if (!refresh.allowed) {
    return null;
  }
  const onPress = () => refresh.ask(target);
  return target ? (
    <ButtonIcon
      size="small"
      variant="tertiary"
      icon={<RiRefreshLine aria-hidden />}
      aria-label={label}
      isPending={refresh.pending === targetKey(target)}
      onPress={onPress}
    />
  ) : (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine aria-hidden />}
      isPending={refresh.pending === 'all'}
      onPress={onPress}
    >
      {label}
    </Button>
  );
}
