-- contract public.thing.name: nobody needs it
select 1;
