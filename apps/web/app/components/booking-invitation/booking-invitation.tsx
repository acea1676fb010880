import { bookConsultationPath } from '#app/config/paths.ts';

/** The way from reading to talking with someone, at the end of every article. */
export function BookingInvitation() {
  return (
    <section className="booking-invitation">
      <div className="page booking-invitation__inside">
        <div>
          <h2>Reading only goes so far</h2>
          <p className="booking-invitation__text">
            What is right for you depends on your history, your health and what you want. A first consultation is a conversation
            about that, and it commits you to nothing.
          </p>
        </div>
        <a className="button" href={bookConsultationPath}>
          Book a Consultation
        </a>
      </div>
    </section>
  );
}
