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

import type { StateLook } from './types';
import { createTranslator } from '../__testUtils__/createTranslator';
import { alertSeverities, alertStates } from './alertStates';
import { cellStates, outcomeStates } from './cellStates';
import { driftStates } from './driftStates';
import {
  exceptionRequestStates,
  exceptionStepStates,
} from './exceptionRequestStates';
import { exceptionFlags, exceptionStates } from './exceptionStates';
import { gateStates } from './gateStates';
import { logLevels } from './logLevels';
import { observationAgeStates } from './observationAgeStates';
import { observationStates } from './observationStates';
import {
  compatibilityStates,
  newestStates,
  partStatusLook,
} from './partStates';
import {
  policyCellStates,
  policyDrifts,
  policyModes,
  policyResults,
  policySeverities,
  safeVerdicts,
} from './policyStates';
import {
  fileChanges,
  namespaceStates,
  placementWeights,
  quotaStates,
  requestOutcomes,
  requestStates,
  requestStepStates,
  verdictReasons,
} from './requestStates';
import { rolloutStates } from './rolloutStates';
import { severityStates } from './severityStates';
import { sourceReasonKey, sourceStates } from './sourceStates';
import { statusLook } from './statusStates';
import { supportStates } from './supportStates';
import { compareTargetStates, targetStates } from './targetStates';
import { timelineKinds, timelineTones } from './timelineStates';
import { pullRequestStates, rollbackStates, trackStates } from './trackStates';
import { verdictStates } from './verdictStates';
import { waveStates } from './waveStates';

const t = createTranslator();

describe('each kind of state', () => {
  it.each([
    ['support', supportStates],
    ['observation', observationStates],
    ['drift of a cluster', driftStates],
    ['target', targetStates],
    ['verdict', verdictStates],
    ['severity', severityStates],
    ['observation age', observationAgeStates],
    ['compatibility', compatibilityStates],
    ['newest', newestStates],
    ['rollout', rolloutStates],
    ['wave', waveStates],
    ['cell', cellStates],
    ['outcome', outcomeStates],
    ['track', trackStates],
    ['rollback', rollbackStates],
    ['pull request', pullRequestStates],
    ['gate', gateStates],
    ['log level', logLevels],
    ['request', requestStates],
    ['request step', requestStepStates],
    ['request outcome', requestOutcomes],
    ['verdict reason', verdictReasons],
    ['quota', quotaStates],
    ['placement weight', placementWeights],
    ['file change', fileChanges],
    ['namespace', namespaceStates],
    ['alert', alertStates],
    ['alert severity', alertSeverities],
    ['policy severity', policySeverities],
    ['policy mode', policyModes],
    ['policy result', policyResults],
    ['policy cell', policyCellStates],
    ['verdict on enforcing', safeVerdicts],
    ['exception', exceptionStates],
    ['exception request', exceptionRequestStates],
    ['exception step', exceptionStepStates],
  ])('gives every %s state a word of its own', (_, looks) => {
    const words = Object.values<StateLook>(looks).map(({ word }) =>
      t(word as 'support.standard'),
    );
    expect(new Set(words).size).toBe(words.length);
    expect(words.every(Boolean)).toBe(true);
  });

  it('has a word for each drift, and a sentence for each flag of an exception', () => {
    const drifts = Object.values(policyDrifts).map(({ word }) => t(word));
    expect(new Set(drifts).size).toBe(drifts.length);
    for (const { reason, word } of Object.values(exceptionFlags)) {
      expect(t(word)).toBeTruthy();
      expect(t(reason)).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('says in a sentence what each target state means', () => {
    for (const look of Object.values(targetStates)) {
      expect(t(look.reason)).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('sourceReasonKey', () => {
  const states = Object.keys(sourceStates) as (keyof typeof sourceStates)[];

  it.each([
    'eks',
    'kubernetes',
    'reporter',
    'git',
    'argocd',
    'alertmanager',
    'cloudwatch',
    'securityHub',
    'somethingNew',
  ])('says in a sentence what each state of %s means', kind => {
    for (const state of states) {
      expect(t(sourceReasonKey(kind, state))).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('speaks of AWS only where AWS is asked', () => {
    for (const state of states) {
      expect(t(sourceReasonKey('kubernetes', state))).not.toMatch(/AWS/);
      expect(t(sourceReasonKey('reporter', state))).not.toMatch(/AWS/);
    }
  });
});

describe('statusLook', () => {
  it.each([
    ['ACTIVE', 'success'],
    ['FAILED', 'danger'],
    ['CREATING', 'info'],
    ['SOMETHING_NEW', 'neutral'],
    ['constructor', 'neutral'],
    [undefined, 'neutral'],
  ])('shows %s as %s', (status, tone) => {
    expect(statusLook(status).tone).toBe(tone);
  });
});

describe('partStatusLook', () => {
  it.each([
    ['ACTIVE', 'success'],
    ['CREATE_FAILED', 'danger'],
    ['UPDATE_FAILED', 'danger'],
    ['DEGRADED', 'danger'],
    ['UPDATING', 'info'],
    ['2 of 2 ready', 'success'],
    ['1 of 2 ready', 'warning'],
    ['SOMETHING_NEW', 'neutral'],
  ])('shows %s as %s', (status, tone) => {
    expect(partStatusLook(status).tone).toBe(tone);
  });
});

it('has a word for each kind and tone of event', () => {
  const words = [
    ...Object.values(timelineKinds),
    ...Object.values(timelineTones),
  ].map(({ word }) => t(word));
  expect(words.every(Boolean)).toBe(true);
});

it('puts what needs somebody before what is well', () => {
  expect(
    (['fresh', 'throttled', 'forbidden', 'pending'] as const)
      .slice()
      .sort(compareTargetStates),
  ).toEqual(['forbidden', 'throttled', 'pending', 'fresh']);
});
