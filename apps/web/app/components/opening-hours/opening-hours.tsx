import type { ClinicContact } from '#app/models/clinic.ts';
import type { DayView } from '#app/models/dates.ts';

/** When the clinic is open, and the days on which it is not. */
export function OpeningHours({ hours, hoursNote, closures }: Pick<ClinicContact, 'hours' | 'hoursNote' | 'closures'>) {
  return (
    <div className="opening-hours">
      <dl>
        {hours.map(({ days, hours: open }) => (
          <div key={days}>
            <dt>{days}</dt>
            <dd>{open}</dd>
          </div>
        ))}
      </dl>
      {closures.length > 0 && (
        <ul role="list" className="opening-hours__closures">
          {closures.map(({ from, to, reason }) => (
            <li key={from.iso}>
              Closed <Day day={from} />
              {to && (
                <>
                  {' '}
                  to <Day day={to} />
                </>
              )}
              : {reason}
            </li>
          ))}
        </ul>
      )}
      {hoursNote && <p className="opening-hours__note">{hoursNote}</p>}
    </div>
  );
}

function Day({ day }: { day: DayView }) {
  return <time dateTime={day.iso}>{day.text}</time>;
}
