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

import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button, ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { offeredActs, type RolloutActName } from '../../lib/rolloutActs';
import { arnsOf } from '../../lib/rolloutCells';
import { RolloutActDialog } from './RolloutActDialog';

const DANGEROUS: RolloutActName[] = ['cancel', 'skipWave'];

/** What the reader can do with the rollout; the most likely is a button. */
export function RolloutActions(props: {
  rollout: Rollout;
  cells: RolloutCells;
  onChanged: () => void;
}) {
  const { rollout, cells, onChanged } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Exclude<RolloutActName, 'edit'>>();
  const [first, ...others] = offeredActs(rollout);
  const known = useMemo(() => arnsOf(cells.cells.values()), [cells.cells]);
  const choose = (act: RolloutActName) => {
    if (act === 'edit') {
      navigate(links.planRollout(rollout.id));
    } else {
      setAsked(act);
    }
  };
  return (
    <>
      {first && (
        <Button
          size="small"
          variant={first === 'pause' ? 'secondary' : 'primary'}
          onPress={() => choose(first)}
        >
          {t(`rolloutAct.${first}`)}
        </Button>
      )}
      {others.length > 0 && (
        <MenuTrigger>
          <ButtonIcon
            size="small"
            variant="secondary"
            icon={<RiMore2Line aria-hidden />}
            aria-label={t('rolloutAct.menu')}
          />
          <Menu aria-label={t('rolloutAct.menu')} placement="bottom end">
            {others.map(act => (
              <MenuItem
                key={act}
                color={DANGEROUS.includes(act) ? 'danger' : 'primary'}
                onAction={() => choose(act)}
              >
                {t(`rolloutAct.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      {asked && (
        <RolloutActDialog
          act={asked}
          rollout={rollout}
          known={known}
          onClose={() => setAsked(undefined)}
          onDone={onChanged}
        />
      )}
    </>
  );
}
