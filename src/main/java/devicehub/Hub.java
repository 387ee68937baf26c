package devicehub;

/** Starts the hub: {@code run | once | check | explain}. */
public final class Hub {
  private Hub() {}

  public static void main(String[] arguments) {
    System.out.println("usage: java -jar devicehub.jar run | once | check | explain");
  }
}
