// The shapes that come from the API, by the names the pages use. Types only: the web holds no code of the core.
import type { Router } from '@kansenplein/core';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Out = inferRouterOutputs<Router>;
type In = inferRouterInputs<Router>;

export type Me = Out['accounts']['me'];
export type Role = NonNullable<Me['acting']>['role'];
export type Found = Out['finding']['find'];
export type FindInput = NonNullable<In['finding']['find']>;
type Hit = Found['hits'][number];
export type InterventionCard = Extract<Hit, { kind: 'intervention' }>['card'];
export type AgendaCard = Extract<Hit, { kind: 'agenda' }>['card'];
export type PublishedIntervention = Extract<Out['interventions']['get'], { state: 'published' }>;
export type Withdrawn = Extract<Out['interventions']['get'], { state: 'withdrawn' }>;
export type Participation = PublishedIntervention['participations'][number];
export type Totals = PublishedIntervention['totals'];
export type WorkingCopy = Out['interventions']['workingCopy'];
export type Invitation = Out['interventions']['workingCopies']['invitations'][number];
export type AskedMunicipality = WorkingCopy['asked'][number];
export type Question = Out['interventions']['question'];
export type Part = AskedMunicipality['stated'];
export type InterventionContent = WorkingCopy['content'];
export type PersonalDataWarning = WorkingCopy['personalData'][number];
export type PublishedAgenda = Extract<Out['agendas']['get'], { state: 'published' }>;
export type AgendaWorkingCopy = Out['agendas']['workingCopy'];
export type AgendaContent = AgendaWorkingCopy['content'];
export type Goal = AgendaContent['goals'][number];
export type Action = AgendaContent['actions'][number];
export type ImportView = Out['imports']['get'];
export type TrailPage = Out['audit']['list'];
export type TrailEvent = TrailPage['events'][number];
export type TrailFilter = In['audit']['export'];
export type FieldProblem = { readonly field: string; readonly code: string };
