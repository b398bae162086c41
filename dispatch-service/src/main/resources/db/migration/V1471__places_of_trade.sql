-- Exemptions that are places where trade is allowed: what they are, and how large. Absent in rows of the jar before this one.

alter table exemption_zone
    add column kind               text, -- VENDOR_POINT, SEASONAL_MARKET, FRONTAGE_LINE, DUTY_HOURS, OTHER
    add column stalls             int,
    add column area_square_metres numeric,
    add column season             text; -- days of every year, 05-20..07-10
