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

import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiExternalLinkLine,
  RiFileCopyLine,
  RiLink,
  RiMore2Line,
  RiTerminalLine,
} from '@remixicon/react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useCopy } from '../../hooks/useCopy';
import { useLastingLink } from '../../hooks/useLastingLink';
import { useTranslation } from '../../hooks/useTranslation';
import {
  clusterConsoleUrl,
  updateKubeconfigCommand,
} from '../../lib/awsCommands';

/** What can be done with a cluster from its row. */
export function ClusterRowMenu(props: { cluster: Cluster; tabbable: boolean }) {
  const { cluster, tabbable } = props;
  const t = useTranslation();
  const copy = useCopy();
  const linkTo = useLastingLink();
  const consoleUrl = clusterConsoleUrl(cluster);
  const command = updateKubeconfigCommand(cluster);
  const { arn } = cluster;
  if (!consoleUrl && !command && !arn) {
    return null;
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line aria-hidden />}
        aria-label={t('clusters.rowMenu', { name: cluster.name })}
        excludeFromTabOrder={!tabbable}
      />
      <Menu
        // At the edge of the window a menu below would be moved and measured again.
        placement="left top"
        aria-label={t('clusters.rowMenu', { name: cluster.name })}
      >
        {consoleUrl ? (
          <MenuItem
            href={consoleUrl}
            target="_blank"
            iconStart={<RiExternalLinkLine aria-hidden />}
          >
            {t('clusters.console')}
          </MenuItem>
        ) : null}
        {command ? (
          <MenuItem
            iconStart={<RiTerminalLine aria-hidden />}
            onAction={() =>
              copy(command, t('clusters.commandCopied', { command }))
            }
          >
            {t('clusters.copyKubeconfig')}
          </MenuItem>
        ) : null}
        {arn ? (
          <MenuItem
            iconStart={<RiLink aria-hidden />}
            onAction={() => copy(linkTo(arn), t('action.linkCopied'))}
          >
            {t('clusters.copyLink')}
          </MenuItem>
        ) : null}
        {arn ? (
          <MenuItem
            iconStart={<RiFileCopyLine aria-hidden />}
            onAction={() => copy(arn, t('clusters.arnCopied'))}
          >
            {t('clusters.copyArn')}
          </MenuItem>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}
