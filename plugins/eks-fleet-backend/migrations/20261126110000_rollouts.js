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

// @ts-check

const { randomUUID } = require('node:crypto');

/**
 * Text that sorts by code point on every database.
 *
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function sortedText(knex, table, name) {
  const type = knex.client.config.client === 'pg' ? 'text COLLATE "C"' : 'text';
  return table.specificType(name, type).notNullable().defaultTo('');
}

/**
 * Who works on a row, until when, and a number that grows with each claim.
 *
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function leased(knex, table) {
  sortedText(knex, table, 'next_at').comment(
    'When the next step is due; empty where nothing is to be done',
  );
  table.string('lease_owner', 36).notNullable().defaultTo('');
  sortedText(knex, table, 'lease_until');
  table.integer('lease').notNullable().defaultTo(0);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('rollouts', table => {
    table.comment('One change carried over many clusters');
    table.string('id', 36).primary();
    table.string('name', 80).notNullable().unique();
    table.text('title').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Grows with each edit and each act');
    table
      .integer('changes')
      .notNullable()
      .comment('Grows with each change of a cell');
    table.string('lifecycle', 12).notNullable();
    sortedText(knex, table, 'sort_key').comment(
      'What moves or waits first, the newest first',
    );
    table.text('search_text').notNullable();
    table.string('version', 60).notNullable().comment('That it goes to');
    table.string('executor', 63).notNullable();
    table.text('draft').notNullable().comment('JSON: change, selection');
    table.text('strategy').notNullable().comment('JSON; the copy it keeps');
    table.text('plan').notNullable().comment('JSON; empty for a draft');
    table.string('plan_hash', 100).notNullable();
    table
      .text('control')
      .notNullable()
      .comment('JSON: why it stands, for whom');
    table.text('waiting').notNullable().comment('JSON; empty where it moves');
    table.text('unassigned').notNullable().comment('JSON: ARNs in no wave');
    table.string('stragglers_of', 36).notNullable().defaultTo('');
    table.text('created_by').notNullable();
    sortedText(knex, table, 'created_at');
    table.text('updated_by').notNullable();
    sortedText(knex, table, 'updated_at');
    table.text('started_by').notNullable();
    sortedText(knex, table, 'started_at');
    sortedText(knex, table, 'ended_at');
    sortedText(knex, table, 'swept_at').comment(
      'When it was last held against the fleet as it is',
    );
    leased(knex, table);
    table.index(['sort_key'], 'rollouts_order_idx');
    table.index(['stragglers_of'], 'rollouts_stragglers_idx');
  });

  for (const [name, column] of [
    ['rollout_owners', 'owner'],
    ['rollout_environments', 'environment'],
  ]) {
    await knex.schema.createTable(name, table => {
      table.comment('What permissions on rollouts ask about');
      table.string('rollout_id', 36).notNullable();
      table.string(column, 253).notNullable();
      table.primary(['rollout_id', column]);
    });
  }

  await knex.schema.createTable('rollout_waves', table => {
    table.comment('Waves, in order');
    table.string('rollout_id', 36).notNullable();
    table.integer('wave').notNullable();
    table.primary(['rollout_id', 'wave']);
    table.string('lifecycle', 12).notNullable();
    table.text('plan').notNullable().comment('JSON: what was planned of it');
    table.text('counts').notNullable().comment('JSON: cells by state');
    table.text('state').notNullable().comment('JSON: stage, bake, alarms');
    table.text('waiting').notNullable().comment('JSON; empty where it moves');
    sortedText(knex, table, 'started_at');
    sortedText(knex, table, 'ended_at');
  });

  await knex.schema.createTable('rollout_gates', table => {
    table.comment('Conditions on opening a wave, or on going on from it');
    table.string('id', 36).primary();
    table.string('rollout_id', 36).notNullable();
    table.integer('wave').notNullable();
    table.integer('place').notNullable();
    table.string('phase', 6).notNullable();
    table.string('type', 63).notNullable();
    table.text('title').notNullable();
    table.text('asked').notNullable().comment('JSON: `with` of the strategy');
    table.string('state', 12).notNullable();
    table.text('waiting').notNullable().comment('JSON; empty where it is open');
    table.text('evidence').notNullable().comment('JSON: what was last seen');
    sortedText(knex, table, 'since').comment('When it was first looked at');
    sortedText(knex, table, 'checked_at');
    sortedText(knex, table, 'opened_at');
    table.index(['rollout_id', 'wave', 'place'], 'rollout_gates_wave_idx');
  });

  await knex.schema.createTable('rollout_decisions', table => {
    table.comment('Who approved, rejected, held or released, and on what');
    table.increments('id');
    table.string('gate_id', 36).notNullable();
    table.string('rollout_id', 36).notNullable();
    table.text('decided_by').notNullable();
    table.string('decision', 10).notNullable();
    table.text('comment').notNullable();
    sortedText(knex, table, 'decided_at');
    table.string('plan_hash', 100).notNullable();
    table.string('head', 64).notNullable().defaultTo('');
    table.text('evidence').notNullable().comment('JSON; frozen');
    table.text('voided_because').notNullable();
    table.index(['gate_id'], 'rollout_decisions_gate_idx');
  });

  await knex.schema.createTable('rollout_cells', table => {
    table.comment('Units of work of a wave');
    table.string('id', 36).primary();
    table.string('rollout_id', 36).notNullable();
    table.integer('wave').notNullable();
    table.integer('place').notNullable().comment('In its wave, from 1');
    table.text('name').notNullable();
    table.string('state', 12).notNullable();
    table
      .string('stage', 10)
      .notNullable()
      .comment('first, parked for the bake, nodes, back');
    table.integer('attempt').notNullable().defaultTo(1);
    table.integer('changed').notNullable().comment('As rollouts.changes');
    table.text('waiting').notNullable().comment('JSON; empty where it moves');
    table.text('error').notNullable().comment('JSON');
    sortedText(knex, table, 'started_at');
    sortedText(knex, table, 'ended_at');
    sortedText(knex, table, 'looked_at').comment(
      'When what it changes was last observed',
    );
    leased(knex, table);
    table.index(
      ['rollout_id', 'wave', 'state', 'place'],
      'rollout_cells_state_idx',
    );
    table.index(['rollout_id', 'wave', 'place'], 'rollout_cells_order_idx');
    table.index(['rollout_id', 'changed'], 'rollout_cells_changed_idx');
  });

  await knex.schema.createTable('rollout_clusters', table => {
    table.comment('Clusters of cells, with what was done to each part');
    table.string('cell_id', 36).notNullable();
    table.string('arn', 200).notNullable();
    table.primary(['cell_id', 'arn']);
    table.string('rollout_id', 36).notNullable();
    table.integer('wave').notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table
      .string('queue', 200)
      .notNullable()
      .comment('Where its changes queue, such as a repository; or empty');
    table
      .integer('in_flight')
      .notNullable()
      .defaultTo(0)
      .comment('1 while it takes a slot');
    table
      .integer('held')
      .notNullable()
      .defaultTo(0)
      .comment('1 while no other rollout may change it');
    table
      .integer('touched')
      .notNullable()
      .defaultTo(0)
      .comment('1 once this rollout has begun to change it');
    table
      .integer('moved_outside')
      .notNullable()
      .defaultTo(0)
      .comment('1 where somebody else moved it');
    table.text('cluster').notNullable().comment('JSON: as it was planned');
    table.text('tracks').notNullable().comment('JSON: parts and their hops');
    table.text('state').notNullable().comment('JSON: moved outside, vanished');
    table.index(['arn'], 'rollout_clusters_arn_idx');
    table.index(['rollout_id', 'wave'], 'rollout_clusters_wave_idx');
  });

  await knex.schema.createTable('rollout_log', table => {
    table.comment('All that happened, and who did it');
    table.increments('id');
    table.string('rollout_id', 36).notNullable();
    sortedText(knex, table, 'at');
    table.text('actor').notNullable();
    table.string('code', 63).notNullable();
    table.text('message').notNullable();
    table.string('level', 7).notNullable();
    table.integer('wave').notNullable().defaultTo(0);
    table.string('cell_id', 36).notNullable().defaultTo('');
    table.string('arn', 200).notNullable().defaultTo('');
    table.text('reason').notNullable();
    table.text('url').notNullable();
    table.index(['rollout_id', 'id'], 'rollout_log_idx');
    table.index(['cell_id', 'id'], 'rollout_log_cell_idx');
  });

  await knex.schema.createTable('rollout_durations', table => {
    table.comment('How long things took, for forecasts');
    table.increments('id');
    table.string('kind', 20).notNullable();
    table.integer('seconds').notNullable();
    table.integer('nodes').notNullable().defaultTo(0);
    sortedText(knex, table, 'ended_at');
  });

  await knex.schema.createTable('rollout_engine', table => {
    table.comment('One row: what holds for all rollouts');
    table.integer('id').primary();
    table.string('installation_id', 36).notNullable();
    sortedText(knex, table, 'seen_at').comment('When a reconcile last ran');
    table
      .integer('sequence')
      .notNullable()
      .comment('Grows; going back says that the database was restored');
    sortedText(knex, table, 'settle_since').comment(
      'Cells that were not observed since then keep their rollout still',
    );
    table.integer('stopped').notNullable().comment('1 where all is halted');
    table.text('stopped_by').notNullable();
    sortedText(knex, table, 'stopped_at');
    table.text('stopped_reason').notNullable();
  });
  await knex('rollout_engine').insert({
    id: 1,
    installation_id: randomUUID(),
    sequence: 0,
    stopped: 0,
    stopped_by: '',
    stopped_reason: '',
  });

  // Only what is under way is looked at again and again, however much is done.
  await knex.raw(
    `create index rollouts_due_idx on rollouts (next_at) where next_at <> ''`,
  );
  await knex.raw(
    `create index rollout_cells_due_idx on rollout_cells (next_at) where next_at <> ''`,
  );
  await knex.raw(
    `create index rollout_clusters_in_flight_idx on rollout_clusters (account_id, region) where in_flight = 1`,
  );
  // Two rollouts never change one cluster at the same time.
  await knex.raw(
    `create unique index rollout_clusters_held_idx on rollout_clusters (arn) where held = 1`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'rollout_engine',
    'rollout_durations',
    'rollout_log',
    'rollout_clusters',
    'rollout_cells',
    'rollout_decisions',
    'rollout_gates',
    'rollout_waves',
    'rollout_environments',
    'rollout_owners',
    'rollouts',
  ]) {
    await knex.schema.dropTable(table);
  }
};
